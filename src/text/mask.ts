/** Stands for one code unit of a shortcode: neither blank nor punctuation, so Markdown reads it as part of a word. */
export const MASK = '\ue000'
