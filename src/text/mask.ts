/** Replaces each code unit of a shortcode. It is neither white space nor punctuation, so Markdown reads it as part of a word. */
export const MASK = '\ue000'
