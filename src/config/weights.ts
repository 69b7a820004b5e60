/** How many points a finding costs, by the id of its rule or else by its severity. */
export type Weights = Readonly<Record<string, number>>

export const DEFAULT_WEIGHTS = { error: 5, warning: 1 } as const

export function pointsOf(
  { rule, severity }: { readonly rule: string; readonly severity: keyof typeof DEFAULT_WEIGHTS },
  weights: Weights,
): number {
  return weights[rule] ?? weights[severity] ?? DEFAULT_WEIGHTS[severity]
}
