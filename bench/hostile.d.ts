export const SHAPES: Readonly<Record<string, (bytes: number) => string>>
export function hostileReport(shape: string, bytes: number): string
