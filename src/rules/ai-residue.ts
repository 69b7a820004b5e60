import type { Problem, ReportRule } from './rule.js'

/** Marks that chat tools put into what is copied from them; each stands for nothing once it is pasted. */
const MARKS = [
  /:?:?contentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?/g,
  /【\d{1,4}(?::\d{1,4})?†[^】\n]{0,80}】/g,
  /\[cite(?::[\d,\s–-]{1,40}|_start|_end)\]/g,
  /\ue200?(?:cite|turn\d{1,3}(?:search|view|news|file)\d{1,3})(?:\ue202turn\d{1,3}\w{1,10}\d{1,3}){1,8}\ue201?/g,
  /[?&]utm_source=(?:chatgpt|openai)(?:\.com)?(?=[)\s"'#>]|$)|(?<=[?&])utm_source=(?:chatgpt|openai)(?:\.com)?&/gm,
]

/** The opening and closing sentences of an answer, which speak to the one who asked. */
const SENTENCES = [
  /^(?:certainly|sure|of course)[!,.] (?:here|below|let me|i(?:['’]ll| will| can| have))(?![\w-])[^\n]{0,200}$/gim,
  /^here(?:'s| is) (?:the|your|a) (?:[\w-]{1,20} ){0,4}(?:version|translation|draft|rewrite|report)(?![\w-])[^\n]{0,240}$/gim,
  /^[^\n]{0,80}as an ai (?:language )?model[^\n]{0,200}$/gim,
  /^let me know if you[^\n]{0,200}$/gim,
  /^i hope this helps[^\n]{0,100}$/gim,
  /^dưới đây là (?:phiên )?bản (?:dịch|tóm tắt|viết lại|hoàn chỉnh|chỉnh sửa)[^\n]{0,240}$/gimu,
  /^dưới đây là (?:nội dung|báo cáo|bài)[^\n]{0,160}(?:bạn yêu cầu|yêu cầu của bạn|chi tiết và cụ thể theo từng)[^\n]{0,160}$/gimu,
  /^nếu bạn (?:muốn|cần),? (?:mình|tôi) (?:có thể|sẽ)[^\n]{0,200}$/gimu,
  /^bạn có muốn (?:mình|tôi) [^\n]{0,200}$/gimu,
]

export const aiResidue: ReportRule = {
  id: 'ai-residue',
  severity: 'error',
  fixes: 'unsafe',
  *check({ text }) {
    for (const mark of MARKS)
      for (const { index, 0: found } of text.matchAll(mark)) yield markProblem(found, index, text)
    for (const sentence of SENTENCES)
      for (const { index, 0: found } of text.matchAll(sentence)) yield sentenceProblem(found, index, text)
  },
}

function markProblem(found: string, start: number, text: string): Problem {
  const end = start + found.length
  // The blank before a mark goes with it, unless it is what keeps the words apart.
  const isSpare = /[ \t]/.test(text[start - 1] ?? '') && /^(?:[\s.,;:!?)]|$)/.test(text.slice(end, end + 1))
  return {
    range: [start, end],
    message: `Unexpected mark “${found}” of a chat tool, expected none: it points at nothing here. Take it out.`,
    fix: {
      title: `Take out “${found}”`,
      safety: 'safe',
      edits: [{ range: [isSpare ? start - 1 : start, end], text: '' }],
    },
  }
}

function sentenceProblem(found: string, start: number, text: string): Problem {
  const end = start + found.trimEnd().length
  const after = /^[^\S\n]*(?:\r?\n|$)(?:[ \t]*\r?\n)*/.exec(text.slice(end))?.[0].length ?? 0
  return {
    range: [start, end],
    message: 'Unexpected sentence of a chat tool to whoever asked it, expected the report itself. Take it out.',
    fix: {
      title: "Take out the chat tool's sentence",
      safety: 'unsafe',
      edits: [{ range: [start, end + after], text: '' }],
    },
  }
}
