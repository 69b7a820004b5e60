import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { analyse } from 'scslre'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const SOURCES = join(import.meta.dirname, '../src')

interface Expression {
  readonly where: string
  readonly source: string
  readonly flags: string
}

/** The regular expressions in a source file. */
function expressionsIn(path: string): Expression[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: Expression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      found.push({ where: relative(SOURCES, path), source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** The expressions that the program builds at run time, from its own parts and from the schema. */
async function madeExpressions(): Promise<Expression[]> {
  const made: Expression[] = []
  const Original = globalThis.RegExp
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [source, flags]: [string | RegExp, string | undefined]) {
      const expression = new target(source, flags)
      made.push({ where: 'made', source: expression.source, flags: expression.flags })
      return expression
    },
  })
  try {
    const { check } = await import('../src/index.js')
    const text = readFileSync(
      join(
        import.meta.dirname,
        '../fixtures/cases/many-defects/input/content/4-EventParticipated/4.2-Event2/_index.md',
      ),
      'utf8',
    )
    check({ path: 'content/4-Events/4.2-Event2/_index.md', text })
  } finally {
    globalThis.RegExp = Original
  }
  return made
}

/** Why expressions that could take quadratic time do not. */
const HARMLESS: Readonly<Record<string, string>> = {
  '(?:<br\\s*\\/?>|[\\s*_\\\\.])+$': 'is asked of 300 characters',
  '^[\\s*_]+|[\\s*_]+$': 'is asked of 300 characters',
  '^(--- .* .*[^"])\\n(.*)\\n': 'is asked of two names of files',
  '[^\\n]*\\n|[^\\n]+$': 'takes every line, and tries again at the last one only',
  '\\s+(?:and|và|với|with|[/|,:–—-])\\s+|,\\s+|:\\s+|\\/': 'is asked where no blank follows another',
}

/** They are tried at each start of a line, and no match reaches beyond its line. */
function startsAtLine({ source, flags }: Expression): boolean {
  return flags.includes('m') && source.startsWith('^')
}

const literals = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => expressionsIn(join(SOURCES, name)))

describe('expressions', () => {
  test('take neither exponential time nor quadratic time in an unbounded length', () => {
    expect(literals.length).toBeGreaterThan(400)
    const used = new Set<string>()
    const bad = literals.filter((expression) => {
      const { source, flags } = expression
      const { reports } = analyse({ source, flags })
      if (reports.length === 0) return false
      if (reports.some(({ exponential }) => exponential)) return true
      used.add(source)
      return !(source in HARMLESS) && !(startsAtLine(expression) && !growsAtLines(expression))
    })
    expect(bad).toEqual([])
    expect(Object.keys(HARMLESS).filter((source) => !used.has(source))).toEqual([])
  })

  test('nor do those that are built at run time', async () => {
    const made = await madeExpressions()
    expect(made.length).toBeGreaterThan(20)
    const bad = made.filter(({ source, flags }) => {
      try {
        return analyse({ source, flags }).reports.length > 0
      } catch {
        return false
      }
    })
    expect(bad).toEqual([])
  })
})

/** Pieces that such an expression may match repeatedly. */
const PIECES = ['\n', ' ', '\t', '>', '> ', '- ', '-\n', '<!-- ', '```', 'a', '# ', '#', '"', 'baseURL', ' check']

/** Whether an expression takes much more than twice the time for twice the text, for repetitions of one piece. */
function growsAtLines({ source, flags }: Expression): boolean {
  const expression = new RegExp(source, flags.replace(/[gy]/g, ''))
  const growsWith = (piece: string): boolean => {
    const took = [20_000, 40_000, 80_000].map((times) => {
      const text = `- ${piece.repeat(times)}\u0000`
      const start = performance.now()
      expression.test(text)
      return performance.now() - start
    })
    return (took[2] ?? 0) > 100 && (took[2] ?? 0) > 3 * (took[1] ?? 0)
  }
  // A busy machine may hold one of them up, and hardly the same one again.
  return PIECES.some((piece) => growsWith(piece) && growsWith(piece) && growsWith(piece))
}
