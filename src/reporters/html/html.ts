import { createHash } from 'node:crypto'
import type { Checked } from '../reporter.js'
import { collect } from './collect.js'
import script from './page/main.ts?text'
import style from './page/page.css?text'

/**
 * A page to look at what a run found, in one file that needs nothing else. What comes from reports is data of the page's
 * script, which makes text of it and nothing else; the policy lets no other script and no style of anybody else be live.
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
<noscript><p>This page draws itself with a script of its own, which is switched off here. The same findings are in
<code>reportlint check --format markdown</code>.</p></noscript>
<script type="application/json" id="data">${inertJson(collect(checked))}</script>
<script>${script}</script>
</body>
</html>
`
}

/** Nothing in it can end the element or begin a comment in it. */
function inertJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`
}
