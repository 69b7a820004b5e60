/** A syllable without its marks: first consonants, vowels, last consonants. */
const SYLLABLE =
  /^(?:ngh?|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdghklmnpqrstvx])?(?:uye|uya|oai|oay|oeo|uay|uoi|uou|uyu|ieu|yeu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|[aeiouy])(?:ch|nh|ng|[cmnpt])?$/

/**
 * Whether a lower-case word of a–z could be a Vietnamese syllable without its marks. English reports are full of them in
 * names (Nghiem, Truong, Quynh), Vietnamese ones where the writer left the marks out.
 */
export function isSyllable(word: string): boolean {
  return SYLLABLE.test(word)
}
