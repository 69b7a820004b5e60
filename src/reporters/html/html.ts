import { createHash } from 'node:crypto'
import type { Checked } from '../reporter.js'
import { collectPageData } from './collect.js'
import script from './page/main.ts?text'
import style from './page/page.css?text'

/**
 * A page for looking at what a run found, in a single file. Text from reports is only data for the page's script, which inserts it as
 * text, never as HTML; the content security policy allows no script or style but the page's own.
 */
export function html(checked: Checked): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Event reports</title>
<style>${style}</style>
</head>
<body>
<noscript><p>This page needs JavaScript, which is switched off here. The same findings are in
<code>reportlint check --format markdown</code>.</p></noscript>
<script type="application/json" id="data">${inertJson(collectPageData(checked))}</script>
<script>${script}</script>
</body>
</html>
`
}

/** JSON that can neither end the `script` element nor begin a comment in it. */
function inertJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`
}
