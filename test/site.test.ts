import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { siteOf } from '../src/source/site.js'

const root = mkdtempSync(join(tmpdir(), 'reportlint-site-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

function write(path: string, text = ''): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const bundle = 'site/content/4-Events/4.1-Event1/_index.md'
const page = 'site/content/4-Events/4.1-Event1/notes.md'

beforeAll(() => {
  write('site/hugo.toml', 'title = "x"\nbaseURL = "https://intern.example/handbook/"\n')
  for (const path of ['static/images/a.jpg', 'static/images/ảnh 1.PNG', 'static/4-Events/c.jpg', 'secret.jpg'])
    write(`site/${path}`)
  for (const path of ['_index.md', 'p.jpg', '../common/q.jpg', '../q.jpg'])
    write(join('site/content/4-Events/4.1-Event1', path))
  write('outside.jpg')
})

describe('the site has', () => {
  test.each([
    '/images/a.jpg',
    'images/a.jpg',
    '/handbook/images/a.jpg',
    '/images/a.jpg?width=90pc#big',
    '/images/%E1%BA%A3nh%201.PNG',
    '/images/a\u0309nh 1.PNG',
    'p.jpg',
    './p.jpg',
    '../q.jpg',
    '../common/q.jpg',
    '/4-Events/4.1-Event1/p.jpg',
    '\\images\\a.jpg',
  ])('%s', (url) => {
    expect(siteOf(join(root, bundle)).hasImage(url)).toBe(true)
  })

  test('what the address of a page leads to, which is no folder of its own', () => {
    expect(siteOf(join(root, bundle)).hasImage('../c.jpg')).toBe(true)
    expect(siteOf(join(root, page)).hasImage('../../c.jpg')).toBe(true)
    expect(siteOf(join(root, page)).hasImage('../../../c.jpg')).toBe(false)
  })
})

describe('the site has not', () => {
  test.each([
    '/images/b.jpg',
    '/images/A.jpg',
    '/Images/a.jpg',
    '/images/a.jpeg',
    '/handbook2/images/a.jpg',
    '/images/%zz.jpg',
    'P.jpg',
    '/secret.jpg',
    '../../../secret.jpg',
    '/../secret.jpg',
    '../../../../outside.jpg',
    'C:\\Users\\intern\\a.jpg',
    'file:///home/intern/a.jpg',
    '/',
  ])('%s', (url) => {
    expect(siteOf(join(root, bundle)).hasImage(url)).toBe(false)
  })
})

describe('nobody can tell', () => {
  test.each([
    'https://intern.example/handbook/images/a.jpg',
    '//cdn.example/a.jpg',
    'data:image/png;base64,AA==',
    '{{ .Site }}/a.jpg',
    '',
    '#a',
  ])('%s', (url) => {
    expect(siteOf(join(root, bundle)).hasImage(url)).toBeNull()
  })

  test('outside of any site', () => {
    expect(siteOf(join(root, 'seeds/a.txt')).hasImage('/images/a.jpg')).toBeNull()
    write('bare/content/4-Events/_index.md')
    expect(siteOf(join(root, 'bare/content/4-Events/_index.md')).hasImage('/images/a.jpg')).toBeNull()
  })
})

describe('the root of a site', () => {
  test.each(['hugo.yaml', 'config.toml', 'config/_default/hugo.toml'])('has a configuration: %s', (config) => {
    const name = config.replace(/\W/g, '-')
    write(
      `${name}/${config}`,
      config.endsWith('yaml') ? 'baseURL: "https://a.example/x"\n' : 'baseURL = "https://a.example/x"\n',
    )
    write(`${name}/static/a.jpg`)
    expect(siteOf(join(root, name, 'content/e/_index.md')).hasImage('/x/a.jpg')).toBe(true)
  })

  test('or holds content and static', () => {
    write('plain/content/e/_index.md')
    write('plain/static/a.jpg')
    const { hasImage } = siteOf(join(root, 'plain/content/e/_index.md'))
    expect([hasImage('/a.jpg'), hasImage('/b.jpg')]).toEqual([true, false])
  })
})
