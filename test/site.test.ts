import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { nothingSeen, type Site, siteOf } from '../src/source/site/site.js'
import { sharedFolder, writeIn } from './folder.js'

const root = sharedFolder()

const write = (path: string, text = ''): void => writeIn(root, { [path]: text })

const bundle = 'site/content/4-Events/4.1-Event1/_index.md'
const page = 'site/content/4-Events/4.1-Event1/notes.md'

const siteAround = (...path: readonly string[]): Site => siteOf(join(root, ...path), nothingSeen())

beforeAll(() => {
  write('site/hugo.toml', 'title = "x"\nbaseURL = "https://intern.example/handbook/"\n')
  for (const path of [
    'static/images/a.jpg',
    'static/images/ảnh 1.PNG',
    'static/4-Events/c.jpg',
    'secret.jpg',
    'static/images/b (1).jpg',
  ])
    write(`site/${path}`)
  for (const path of ['_index.md', 'p.jpg', '../../..r.jpg', '../common/q.jpg', '../q.jpg'])
    write(join('site/content/4-Events/4.1-Event1', path))
  write('outside.jpg')
})

describe('the site has', () => {
  test.each([
    '/images/a.jpg',
    '/handbook/images/a.jpg',
    '/images/a.jpg?width=90pc#big',
    '/images/%E1%BA%A3nh%201.PNG',
    '/images/a\u0309nh 1.PNG',
    'p.jpg',
    './p.jpg',
    '../q.jpg',
    '../common/q.jpg',
    '/4-Events/4.1-Event1/p.jpg',
  ])('%s', (url) => {
    expect(siteAround(bundle).hasImage(url)).toBe(true)
  })

  test('a picture beside the home page whose name begins with dots', () => {
    expect(siteAround('site/content/_index.md').hasImage('..r.jpg')).toBe(true)
  })

  test('a picture relative to the address of a page that is not a bundle', () => {
    expect(siteAround(bundle).hasImage('../c.jpg')).toBe(true)
    expect(siteAround(page).hasImage('../../c.jpg')).toBe(true)
    expect(siteAround(page).hasImage('../../../c.jpg')).not.toBe(true)
    expect(siteAround(bundle).hasImage('../../c.jpg')).not.toBe(true)
  })
})

describe('the site also has', () => {
  test('the files of its themes, which are never suggested', () => {
    write('theme/hugo.toml', 'theme = "plain"\n')
    write('theme/themes/plain/static/images/logo.png')
    write('theme/themes/plain/layouts/hall.png')
    const { hasImage } = siteAround('theme/content/e/_index.md')
    expect(hasImage('/images/logo.png')).toBe(true)
    expect(hasImage('../images/logo.png')).toBe(true)
    expect(hasImage('/images/Logo.png')).toBe(false)
    expect(hasImage('/hall.png')).toBe(false)
  })

  test.each([
    ['hugo.toml', 'staticDir = "files"\n'],
    ['hugo.toml', 'title = "x"\n[languages.en]\n  staticDir = ["static", "files"] # both\n'],
    ['hugo.yaml', 'staticDir: files\n'],
    ['hugo.yaml', 'staticDir:\n  - static\n  - "files" # more\ntitle: x\n'],
    ['hugo.json', '{\n  "staticDir": ["static", "files"],\n  "title": "x"\n}\n'],
  ])('the files in configured folders: %s %j', (config, text) => {
    const name = text.replace(/\W+/g, '-')
    write(`${name}/${config}`, text)
    write(`${name}/files/images/a.jpg`)
    const { hasImage } = siteAround(`${name}/content/e/_index.md`)
    expect(hasImage('/images/a.jpg')).toBe(true)
    expect(hasImage('/images/A.jpg')).toEqual({ url: '/images/a.jpg', certain: true })
    expect(hasImage('/images/b.jpg')).toBe(false)
  })

  test('unknown files if its configuration has mounts', () => {
    for (const [name, config, text] of [
      ['mounts', 'hugo.toml', '[[module.mounts]]\n  source = "pictures"\n  target = "static/images"\n'],
      ['module', 'config/_default/module.yaml', 'mounts:\n  - source: pictures\n    target: static\n'],
    ] as const) {
      write(`${name}/config/_default/hugo.toml`)
      write(`${name}/${config}`, text)
      write(`${name}/static/images/a.jpg`)
      const { hasImage } = siteAround(`${name}/content/e/_index.md`)
      expect(hasImage('/images/a.jpg')).toBe(true)
      expect(hasImage('/images/b.jpg')).toBeNull()
      expect(hasImage('/images/A.jpg')).toEqual({ url: '/images/a.jpg', certain: true })
      expect(hasImage('C:\\b.jpg')).toBe(false)
    }
    write('other/hugo.toml', '[[module.mounts]]\n  source = "data"\n  target = "data"\n')
    expect(siteAround('other/content/e/_index.md').hasImage('/b.jpg')).toBe(false)
  })
})

describe('the site does not have', () => {
  test.each([
    '/images/b.jpg',
    '/images/%zz.jpg',
    '/secret.jpg',
    '../../../secret.jpg',
    '/../secret.jpg',
    '../../../../outside.jpg',
    'C:\\Users\\intern\\b.jpg',
    'file:///home/intern/b.jpg',
    '/',
  ])('%s', (url) => {
    expect(siteAround(bundle).hasImage(url)).toBe(false)
  })
})

describe('the site has the picture at another address', () => {
  test.each([
    ['letter case', '/images/A.jpg', '/images/a.jpg'],
    ['the letter case of a folder', '/Images/a.jpg', '/images/a.jpg'],
    ['the letter case of the type', '/images/a.JPG?width=90pc#big', '/images/a.jpg?width=90pc#big'],
    ['letter case, beside the page', './P.jpg', './p.jpg'],
    ['letter case, from the path of baseURL', '/handbook/images/A.jpg', '/handbook/images/a.jpg'],
    ['letter case, from the page', '../../Images/a.jpg', '../../images/a.jpg'],
    ['letter case and an encoding, which stays', '/images/%E1%BA%A3nh%201.png', '/images/ảnh%201.PNG'],
    ['a slash that is missing', 'images/a.jpg', '/images/a.jpg'],
    ['backslashes', '\\images\\a.jpg', '/images/a.jpg'],
    ['backslashes, beside the page', '..\\q.jpg', '../q.jpg'],
    ['an encoding too much', '/images/%25E1%25BA%25A3nh%25201.PNG', '/images/ảnh%201.PNG'],
    ['a path of the disk, from the site', '/static/images/a.jpg', '/images/a.jpg'],
    ['a path of the disk, from the page', '../../../static/images/a.jpg', '/images/a.jpg'],
    ['a path of the disk, from its root', 'C:\\site\\static\\images\\a.jpg', '/images/a.jpg'],
    ['a path of the disk, as a URL', 'file:///home/lan/site/static/images/a.jpg', '/images/a.jpg'],
    ['a path of the disk, from the home', '/home/lan/site/static/images/a.jpg', '/images/a.jpg'],
  ])('certainly: %s', (_, url, right) => {
    expect(siteAround(bundle).hasImage(url)).toEqual({ url: right, certain: true })
    expect(siteAround(bundle).hasImage(right)).toBe(true)
  })

  test.each([
    ['a folder that is missing', '/a.jpg', '/images/a.jpg'],
    ['a folder too much', '/handbook2/images/a.jpg', '/images/a.jpg'],
    ['a folder too much, beside the page', 'pictures/p.jpg', 'p.jpg'],
    ['another type', '/images/a.jpeg', '/images/a.jpg'],
    ['a path elsewhere on the disk', 'C:\\Users\\intern\\a.jpg', '/images/a.jpg'],
    ['a path elsewhere on the disk, as a URL', 'file:///home/intern/a.jpg', '/images/a.jpg'],
    ['characters that stand for something else', '/B (1).jpg', '/images/b%20%281%29.jpg'],
    ['characters that stand for themselves', '/b (1).jpg', '/images/b (1).jpg'],
  ])('perhaps: %s', (_, url, right) => {
    expect(siteAround(bundle).hasImage(url)).toEqual({ url: right, certain: false })
    expect(siteAround(bundle).hasImage(right)).toBe(true)
  })

  test('a path on the disk becomes an address like the others', () => {
    const { hasImage } = siteAround(bundle)
    const path = 'D:\\site\\static\\images\\a.jpg'
    expect(hasImage(path, '/handbook/images/b (1).jpg')).toEqual({ url: '/handbook/images/a.jpg', certain: true })
    expect(hasImage(path, '../../4-Events/c.jpg')).toEqual({ url: '../../images/a.jpg', certain: true })
    expect(hasImage(path, 'p.jpg')).toEqual({ url: '/images/a.jpg', certain: true })
  })

  test('not if there are several candidates', () => {
    write('choice/hugo.toml')
    for (const path of ['Event1/1.jpg', 'Event2/1.jpg', 'Event2/2.jpg', 'x.png', 'x.webp', 'y.JPG', 'y.Jpg'])
      write(`choice/static/${path}`)
    const { hasImage } = siteAround('choice/content/e/_index.md')
    for (const url of ['/1.jpg', '/x.jpg', '/y.jpg', '/Event3/2.jpg', 'C:\\1.jpg'])
      expect(hasImage(url), url).toBe(false)
    expect(hasImage('/img/Event1/1.jpg')).toEqual({ url: '/Event1/1.jpg', certain: false })
    expect(hasImage('/2.jpg')).toEqual({ url: '/Event2/2.jpg', certain: false })
  })

  test('not if the site has its own image template', () => {
    for (const [site, template] of [
      ['own', 'layouts'],
      ['themed', 'themes/plain/layouts'],
    ]) {
      write(`${site}/hugo.toml`)
      write(`${site}/static/images/a.jpg`)
      write(`${site}/${template}/_default/_markup/render-image.html`)
      const { hasImage } = siteAround(`${site}/content/e/_index.md`)
      expect(hasImage('images/a.jpg')).toBe(true)
      expect(hasImage('images/b.jpg')).toBe(false)
    }
  })

  test('without following links', () => {
    write('linked/hugo.toml')
    mkdirSync(join(root, 'linked/static'), { recursive: true })
    symlinkSync('..', join(root, 'linked/static/loop'))
    symlinkSync(join(root, 'outside.jpg'), join(root, 'linked/static/Outside.jpg'))
    expect(siteAround('linked/content/e/_index.md').hasImage('/outside.jpg')).toBe(false)
  })
})

describe('it is unknown for', () => {
  test.each([
    'https://intern.example/handbook/images/a.jpg',
    '//cdn.example/a.jpg',
    'data:image/png;base64,AA==',
    '{{ .Site }}/a.jpg',
    '',
    '#a',
  ])('%s', (url) => {
    expect(siteAround(bundle).hasImage(url)).toBeNull()
  })

  test('a page outside of any site', () => {
    expect(siteAround('seeds/a.txt').hasImage('/images/a.jpg')).toBeNull()
    write('bare/content/4-Events/_index.md')
    expect(siteAround('bare/content/4-Events/_index.md').hasImage('/images/a.jpg')).toBeNull()
  })
})

describe('the root of a site', () => {
  test.each([
    ['hugo.yaml', 'baseURL: https://a.example/x/\n'],
    ['hugo.yml', 'title: A\nbaseURL: "https://a.example/x"\n'],
    ['config.toml', 'baseURL = "https://a.example/x"\n'],
    ['hugo.json', '{\n  "baseURL": "https://a.example/x"\n}\n'],
    ['config/_default/hugo.toml', "baseurl = 'https://a.example/x'\n"],
  ])('has a configuration: %s', (config, text) => {
    const name = config.replace(/\W/g, '-')
    write(`${name}/${config}`, text)
    write(`${name}/static/a.jpg`)
    expect(siteAround(name, 'content/e/_index.md').hasImage('/x/a.jpg')).toBe(true)
  })

  test('has an unreadable configuration', () => {
    write('unread/hugo.toml/a.txt')
    write('unread/static/a.jpg')
    const { hasImage } = siteAround('unread/content/e/_index.md')
    expect([hasImage('/a.jpg'), hasImage('/b.jpg')]).toEqual([true, false])
  })

  test('or contains content and static', () => {
    write('plain/content/e/_index.md')
    write('plain/static/a.jpg')
    const { hasImage } = siteAround('plain/content/e/_index.md')
    expect([hasImage('/a.jpg'), hasImage('/b.jpg')]).toEqual([true, false])
  })
})
