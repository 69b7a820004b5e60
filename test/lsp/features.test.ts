import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type CodeAction, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-protocol/node'
import { check } from '../../src/index.js'
import { docs } from '../../src/rules/docs.js'
import { folderWith, writeIn } from '../folder.js'
import { Editor } from './client.js'

const PAGE = 'content/4-EventParticipated/4.1-Event1/_index.md'

const report = `---
title: "Event 1"
date: 2025-09-08
weight: 1
pre: " <b> 4.1. </b> "
---

# Summary Report: “Grid Day 🌿”

## Event Information

- **Date:** Saturday, November 29th, 2025

## Event Objectives

- Learn how 🌿🌿 DepOps teams share the load

## Speakers

- ***

## Highlights

A long talk on queues.
And on DepOps again.

### What we saw

A queue.
`

const vietnamese = `---
title: "Sự kiện 1"
date: 2025-11-29
weight: 1
pre: " <b> 4.1. </b> "
---

# Bài thu hoạch “Ngày hội lưới điện”

## Thông Tin Sự Kiện

- **Ngày:** 29/11/2025

## Mục tiêu của sự kiện

- Hiểu cách các đội chia sẻ tải với nhau và giữ cho hệ thống luôn chạy

## Diễn Giả

- **Đỗ Thị Bưởi** – Kỹ sư, Công ty Lưới Xanh
`

async function opened(text: string, capabilities = {}, path = PAGE) {
  const folder = folderWith()
  const editor = await new Editor(folder).start(capabilities)
  const uri = await editor.open(join(folder, path), text)
  return { editor, uri, folder, diagnostics: await editor.diagnostics(uri) }
}

const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title)

describe('diagnostics', () => {
  test('are the findings of a check, with rule, severity and related places', async () => {
    const { diagnostics, editor, uri } = await opened(report)
    const findings = check({ path: PAGE, text: report })
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual(
      findings.map(({ rule, message }) => [rule, message]),
    )
    const date = diagnostics.find(({ code }) => code === 'date-mismatch')
    expect(date).toMatchObject({
      source: 'reportlint',
      severity: DiagnosticSeverity.Error,
      range: { start: { line: 2, character: 6 }, end: { line: 2, character: 16 } },
      relatedInformation: [
        {
          location: { uri, range: editor.rangeOf(uri, '- **Date:** Saturday, November 29th, 2025') },
          message: 'the report says 2025-11-29 here',
        },
      ],
    })
    expect(diagnostics.find(({ code }) => code === 'typo')?.severity).toBe(DiagnosticSeverity.Warning)
  })

  test('have positions in UTF-16 units, with emoji, CRLF and a byte order mark', async () => {
    for (const text of [report, report.replaceAll('\n', '\r\n'), `\uFEFF${report}`]) {
      const { diagnostics, editor, uri } = await opened(text)
      const typo = diagnostics.find(({ code }) => code === 'typo')
      expect(typo?.range).toEqual(editor.rangeOf(uri, 'DepOps'))
      expect(typo?.range.start.character).toBe('- Learn how 🌿🌿 '.length)
      expect(diagnostics.find(({ code }) => code === 'missing-section')?.range).toEqual(
        editor.rangeOf(uri, '# Summary Report: “Grid Day 🌿”'),
      )
    }
  })

  test('have the right positions in Vietnamese text, composed and decomposed', async () => {
    for (const form of ['NFC', 'NFD']) {
      const { diagnostics, editor, uri } = await opened(vietnamese.normalize(form))
      const heading = diagnostics.find(({ code }) => code === 'heading-variant')
      expect(heading?.range).toEqual(editor.rangeOf(uri, '## Mục tiêu của sự kiện'.normalize(form)))
    }
  })

  test('follow unsaved changes', async () => {
    const { editor, uri } = await opened(report)
    await editor.type(uri, '- ***', '- **Ida Fern** – Engineer, Leaf Works')
    await editor.type(uri, 'DepOps teams', 'DevOps teams')
    await editor.type(uri, 'And on DepOps again', 'And on 🌿 Kubernets')
    const diagnostics = await editor.diagnostics(uri)
    expect(diagnostics.map(({ code }) => code)).not.toContain('empty-speakers')
    expect(diagnostics.filter(({ code }) => code === 'typo').map(({ range }) => range)).toEqual([
      editor.rangeOf(uri, 'Kubernets'),
    ])
  })

  test('follow changes even if the version number stays the same', async () => {
    const { editor, uri, diagnostics } = await opened(report)
    expect(diagnostics.map(({ code }) => code)).toContain('empty-speakers')
    await editor.notify('textDocument/didChange', {
      textDocument: { uri, version: 1 },
      contentChanges: [{ text: report.replace('- ***', '- **Ida Fern** – Engineer, Leaf Works') }],
    })
    expect((await editor.diagnostics(uri)).map(({ code }) => code)).not.toContain('empty-speakers')
  })

  test('are published once for several keystrokes', async () => {
    const { editor, uri } = await opened(report)
    for (const letter of 'abcdefgh') await editor.type(uri, 'A queue', `A${letter} queue`)
    await editor.diagnostics(uri)
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(editor.versions(uri)).toEqual([1, 9])
  })

  test('have a tag for unused comments, so that editors fade them', async () => {
    const { diagnostics } = await opened(report.replace('A queue.', 'A queue.\n\n<!-- reportlint-disable typo -->'))
    expect(diagnostics.filter(({ tags }) => tags?.includes(DiagnosticTag.Unnecessary)).map(({ code }) => code)).toEqual(
      ['unused-suppression'],
    )
  })

  test('are empty for files that a check of the folder skips, and are cleared when a document is closed', async () => {
    const folder = folderWith({ '.reportlintrc.yaml': 'exclude: drafts/\n', '.gitignore': 'public/\n' })
    const editor = await new Editor(folder).start()
    const others: [path: string, text: string][] = [
      ['README.md', '# Our site\n\nThis DepOps page is no report.\n'],
      [`drafts/${PAGE}`, report],
      [`public/${PAGE}`, report],
      [`node_modules/theme/${PAGE}`, report],
      ['content/4-EventParticipated/4.1-Event1/notes.html', report],
      ['content/4-EventParticipated/4.1-Event1/empty.md', '\n'],
    ]
    for (const [path, text] of others) {
      const uri = await editor.open(join(folder, path), text)
      expect(await editor.diagnostics(uri), path).toEqual([])
      expect(await editor.symbols(uri), path).toBeNull()
    }
    const below = report.slice(report.indexOf('# Summary'))
    for (const [opening, isReport] of [
      ['', false],
      ['---\n\n', true],
    ] as const) {
      const uri = await editor.open(join(folder, PAGE.replace('.md', `${opening.length}.txt`)), opening + below)
      expect((await editor.diagnostics(uri)).length > 0, opening).toBe(isReport)
    }
    const uri = await editor.open(join(folder, PAGE), report)
    expect(await editor.diagnostics(uri)).not.toEqual([])
    await editor.close(uri)
    expect(await editor.diagnostics(uri)).toEqual([])
  })
})

describe('configuration', () => {
  test('is the nearest one to the file, and is read again after changes', async () => {
    const folder = folderWith({ '.reportlintrc.yaml': 'rules:\n  typo: off\n' })
    const config = join(folder, '.reportlintrc.yaml')
    const editor = await new Editor(folder).start({
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    })
    const uri = await editor.open(join(folder, PAGE), report)
    expect((await editor.diagnostics(uri)).map(({ code }) => code)).not.toContain('typo')
    expect(editor.registered).toMatchObject([{ method: 'workspace/didChangeWatchedFiles' }])

    writeIn(folder, { '.reportlintrc.yaml': 'rules:\n  typo: error\n' })
    await editor.filesChanged(config)
    const typo = (await editor.diagnostics(uri)).find(({ code }) => code === 'typo')
    expect(typo?.severity).toBe(DiagnosticSeverity.Error)

    // Not all editors tell of files: then it is read when a report is saved.
    writeIn(folder, { '.reportlintrc.yaml': 'schema: fcj\n' })
    await editor.save(uri)
    expect((await editor.diagnostics(uri)).map(({ message }) => message)).not.toContain(
      'Unexpected title “Event Objectives”, expected “Objectives”.',
    )
  })

  test('that is invalid is reported once, and reports are checked again when it is corrected', async () => {
    const folder = folderWith({ '.reportlintrc.yaml': 'rules:\n  typoo: off\n' })
    const editor = await new Editor(folder).start()
    const uri = await editor.open(join(folder, PAGE), report)
    expect(await editor.diagnostics(uri)).toEqual([])
    await editor.type(uri, 'A queue', 'The queue')
    expect(await editor.diagnostics(uri)).toEqual([])
    expect(editor.messages).toEqual([expect.stringMatching(/^\.reportlintrc\.yaml:2: unknown rule “typoo”.*“typo”/)])

    writeIn(folder, { '.reportlintrc.yaml': 'rules:\n  typo: off\n' })
    await editor.save(uri)
    expect(await editor.diagnostics(uri)).not.toEqual([])
    expect(editor.messages).toHaveLength(1)
  })
})

describe('quick fixes', () => {
  test('apply the fix of a finding; safe ones are preferred, others are labelled', async () => {
    const { editor, uri } = await opened(report)
    const actions = await editor.actions(uri, 'Event Objectives', { only: ['quickfix'] })
    const [rename] = actions
    expect(rename).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'heading-variant' }] })
    expect(editor.after(uri, rename)).toBe(report.replace('Event Objectives', 'Objectives'))

    const stubs = (await editor.actions(uri, '# Summary')).filter(({ isPreferred }) => isPreferred === false)
    expect(titles(stubs)).toEqual([
      'Add a section “Takeaways” to be filled in (unsafe: check the result)',
      'Add a section “Applying to Work” to be filled in (unsafe: check the result)',
    ])
    expect(editor.after(uri, stubs[0])).toContain('\n## Takeaways\n')
  })

  test('are offered anywhere on the line, if the editor sends the diagnostics there', async () => {
    const { editor, uri, diagnostics } = await opened(report)
    expect(await editor.actions(uri, 'share the load', { only: ['quickfix'] })).toEqual([])
    const typos = diagnostics.filter(({ code }) => code === 'typo').slice(0, 1)
    expect(titles(await editor.actions(uri, 'share the load', { only: ['quickfix'], diagnostics: typos }))).toContain(
      'Correct “DepOps” to “DevOps”',
    )
  })

  test('are for one version of the text', async () => {
    const { editor, uri } = await opened(report, { workspace: { workspaceEdit: { documentChanges: true } } })
    await editor.type(uri, 'Learn how 🌿🌿 DepOps', 'See how DepOps')
    const [fix] = await editor.actions(uri, 'DepOps', { only: ['quickfix'] })
    expect(fix?.edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 2 } }])
    expect(editor.after(uri, fix)).toContain('- See how DevOps teams')
  })

  test('disable a rule for the line', async () => {
    const { editor, uri } = await opened(report)
    const disabled = async (at: string, title: string) => {
      const action = (await editor.actions(uri, at)).find((other) => other.title === title)
      return editor.after(uri, action)
    }
    expect(await disabled('Event Objectives', 'Disable heading-variant:objectives for this line')).toBe(
      report.replace('## Event Obj', '<!-- reportlint-disable-next-line heading-variant:objectives -->\n## Event Obj'),
    )
    expect(await disabled('# Summary', 'Disable missing-section:takeaways for this line')).toContain(
      '<!-- reportlint-disable-next-line missing-section:takeaways -->\n# Summary',
    )
    // Within a paragraph, which must stay one.
    expect(await disabled('DepOps again', 'Disable typo for this line')).toBe(
      report.replace('on queues.', 'on queues. <!-- reportlint-disable-next-line typo -->'),
    )
    // No suppression comment is possible in the front matter.
    expect(await disabled('2025-09-08', 'Disable date-mismatch for this file')).toBe(
      report.replace('\n\n# Summary', '\n<!-- reportlint-disable-file date-mismatch -->\n\n# Summary'),
    )
  })

  test('add a second rule to an existing comment', async () => {
    const comment = '<!-- reportlint-disable-next-line missing-section:takeaways -- will follow -->'
    const { editor, uri } = await opened(report.replace('# Summary', `${comment}\n# Summary`))
    const actions = (await editor.actions(uri, '# Summary')).filter(({ title }) => title.startsWith('Disable'))
    expect(titles(actions)).toEqual(['Disable missing-section:applying-to-work for this line'])
    expect(editor.after(uri, actions[0])).toContain(
      '<!-- reportlint-disable-next-line missing-section:applying-to-work missing-section:takeaways -- will follow -->',
    )
  })

  test('do not compute suppressions at every movement of the cursor', async () => {
    const { editor, uri } = await opened(report)
    const byItself = await editor.actions(uri, 'Event Objectives', { triggerKind: 2 })
    expect(titles(byItself)).toEqual(['Rename the heading to “Objectives”'])
  })
})

describe('fix all', () => {
  for (const [name, text] of [
    ['LF', report],
    ['CRLF', report.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${report}`],
  ] as const)
    test(`makes every safe fix and nothing else, with ${name}`, async () => {
      const { editor, uri } = await opened(text)
      for (const only of ['source', 'source.fixAll', 'source.fixAll.reportlint']) {
        const actions = await editor.actions(uri, '# Summary', { only: [only], triggerKind: 2 })
        expect(actions).toMatchObject([{ kind: 'source.fixAll.reportlint' }])
        expect(editor.after(uri, actions[0])).toBe(
          text.replace('2025-09-08', '2025-11-29').replace('Event Obj', 'Obj').replaceAll('DepOps', 'DevOps'),
        )
        const edits = Object.values(actions[0]?.edit?.changes ?? {}).flat()
        expect(edits.map(({ newText }) => newText)).toEqual(['2025-11-29', 'Objectives', 'DevOps', 'DevOps'])
      }
    })

  test('offers nothing without safe fixes, or for another kind of action', async () => {
    const { editor, uri } = await opened(report)
    expect(await editor.actions(uri, '# Summary', { only: ['refactor'] })).toEqual([])
    expect(await editor.actions(uri, '# Summary', { only: ['source.organizeImports'] })).toEqual([])
    const [all] = await editor.actions(uri, '# Summary', { only: ['source.fixAll'] })
    await editor.change(uri, [{ text: editor.after(uri, all) }])
    expect(await editor.actions(uri, '# Summary', { only: ['source.fixAll'] })).toEqual([])
  })
})

describe('hover', () => {
  test('explains the rule of a finding, and nothing elsewhere', async () => {
    const { editor, uri } = await opened(report)
    const hover = await editor.hover(uri, 'DepOps teams')
    expect(hover?.range).toEqual(editor.rangeOf(uri, 'DepOps'))
    const [, sentence = '', , why = ''] = docs.typo?.split('\n\n') ?? []
    expect(hover?.contents).toEqual({
      kind: 'markdown',
      value: expect.stringContaining(`**typo**: ${sentence.replaceAll('\n', ' ')}\n\n${why}`),
    })
    expect(await editor.hover(uri, 'A queue')).toBeNull()
  })

  test('explains a rule once for several findings', async () => {
    const { editor, uri } = await opened(report)
    const { contents } = (await editor.hover(uri, 'Summary')) as { contents: { value: string } }
    expect(contents.value.match(/\*\*missing-section\*\*/g)).toHaveLength(1)
    expect(contents.value).not.toContain('## ')
  })
})

describe('symbols', () => {
  test('are the sections below the title, with their ids', async () => {
    const { editor, uri } = await opened(report)
    const [title, ...others] = (await editor.symbols(uri)) ?? []
    expect(others).toEqual([])
    expect(title?.name).toBe('Summary Report: “Grid Day 🌿”')
    expect(title?.children?.map(({ name, detail }) => [name, detail])).toEqual([
      ['Event Information', 'event-information'],
      ['Event Objectives', 'objectives'],
      ['Speakers', 'speakers'],
      ['Highlights', 'highlights'],
    ])
    const highlights = title?.children?.at(-1)
    expect(highlights?.children?.map(({ name }) => name)).toEqual(['What we saw'])
    expect(highlights?.range.start).toEqual(editor.place(uri, '## Highlights'))
    expect(highlights?.range.end).toEqual(editor.rangeOf(uri, 'A queue.').end)
    expect(highlights?.selectionRange).toEqual(editor.rangeOf(uri, 'Highlights'))
  })

  test('include bold lines that are headings', async () => {
    const { editor, uri } = await opened(report.replace(/^## (.*)$/gm, '**$1**'))
    const [title] = (await editor.symbols(uri)) ?? []
    expect(title?.children?.map(({ detail }) => detail)).toContain('speakers')
  })
})

describe('completion', () => {
  test('offers missing sections first, in their order, at the level of the others', async () => {
    const { editor, uri } = await opened(`${report.replace(/^##/gm, '###')}\n## \n`)
    const items = (await editor.completions(uri, '\n## ')) ?? []
    expect(items.slice(0, 3).map(({ label }) => label)).toEqual(['Takeaways', 'Applying to Work', expect.anything()])
    const sorted = items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
    expect(items).toEqual(sorted)
    expect(items.map(({ label }) => label)).toContain('Speakers')
    const after = editor.after(uri, {
      title: '',
      edit: { changes: { [uri]: [items[0]?.textEdit as never, ...(items[0]?.additionalTextEdits ?? [])] } },
    })
    expect(after).toContain('\n\n### Takeaways\n')
  })

  test('replaces the typed part of a title, and adds the blank after the marks', async () => {
    for (const typed of ['#', '## Take', '##Take', '#### Take', '## ']) {
      const { editor, uri } = await opened(`${report}\n${typed}\n`)
      const [item] = (await editor.completions(uri, `A queue.\n\n${typed}`)) ?? []
      const edits = [item?.textEdit as never, ...(item?.additionalTextEdits ?? [])]
      const after = editor.after(uri, { title: '', edit: { changes: { [uri]: edits } } })
      expect(after, typed).toBe(`${report}\n## Takeaways\n`)
    }
  })

  test('uses the language of the report', async () => {
    const { editor, uri } = await opened(`${vietnamese}\n## \n`)
    const [item] = (await editor.completions(uri, '\n\n## ')) ?? []
    expect(item).toMatchObject({ label: 'Nội Dung Nổi Bật', documentation: expect.stringMatching(/\p{L}/u) })
  })

  test('offers nothing on other lines, in code and in the front matter', async () => {
    const { editor, uri } = await opened(
      `${report.replace('weight: 1', '# weight\nweight: 1')}\n\`\`\`sh\n# a comment\n\`\`\`\n`,
    )
    for (const place of ['- Learn how', '# weight', '# a com']) expect(await editor.completions(uri, place)).toEqual([])
  })
})

describe('an unusual client', () => {
  test('gets an error for an invalid request, and correct answers afterwards', async () => {
    const { editor, uri } = await opened(report)
    await expect(editor.request('textDocument/hover', {})).rejects.toThrow(/textDocument|undefined/)
    await expect(editor.request('textDocument/unheardOf', {})).rejects.toThrow(/unheardOf/)
    await editor.notify('$/cancelRequest')
    await editor.notify('textDocument/didOpen', {})
    await editor.notify('textDocument/didChange', { textDocument: { uri: 'file:///nowhere.md', version: 3 } })
    expect(await editor.hover(uri, 'DepOps')).not.toBeNull()
    expect(await editor.request('textDocument/hover', { textDocument: { uri: 'untitled:1' }, position: {} })).toBeNull()
  })

  test('may open a document without a file', async () => {
    const { editor } = await opened(report)
    for (const uri of ['untitled:Untitled-1', 'file://', 'git:/a/_index.md?x', 'file://elsewhere/a.md', 'nonsense']) {
      const textDocument = { uri, languageId: 'markdown', version: 1, text: report }
      await editor.notify('textDocument/didOpen', { textDocument })
      expect(await editor.request('textDocument/documentSymbol', { textDocument: { uri } })).toBeNull()
    }
  })
})
