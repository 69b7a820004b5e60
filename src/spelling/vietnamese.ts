/**
 * Vietnamese syllables without their marks: an onset, a vowel or glide with a vowel, a coda. English text is full of them
 * in names (Nghiem, Truong, Quynh), Vietnamese text where the writer left the marks out.
 */
const SYLLABLE =
  /^(?:ngh?|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdghklmnpqrstvx])?(?:uye|uya|oai|oay|oeo|uay|uoi|uou|uyu|ieu|yeu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|[aeiouy])(?:ch|nh|ng|[cmnpt])?$/

/** Whether a word could be a Vietnamese syllable that lost its marks; `word` in lower case. */
export function isSyllable(word: string): boolean {
  return SYLLABLE.test(word)
}
