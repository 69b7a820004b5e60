import { dirname, resolve } from 'node:path'
import { type Digest, digestOf } from '../../events/digest.js'
import { dependsOnOthers } from '../../lint/disputes.js'
import { examine } from '../../lint/examine.js'
import { bindReport } from '../../report/bind.js'
import { neighboursOnDisk } from '../../source/site/neighbours.js'
import { attempt } from '../process/attempt.js'
import type { Io } from '../process/io.js'
import { type Collected, type CollectedFile, hasEventRules } from './collected.js'
import type { NearReport, OpenReport, OpenRun } from './open-reports.js'
import { readReport } from './read-report.js'
import { registriesFor } from './registries.js'

export interface CollectedTexts extends Collected {
  textOf(path: string): string | null
}

/** Examines reports whose texts are not those of their files, and reads the pages near them. */
export function collectTexts(
  { reports, failures, near }: OpenRun & { near?(): Iterable<NearReport> },
  withEdits: boolean,
  io: Io,
): CollectedTexts {
  const texts = new Map<string, string>()
  const digests: Digest[] = []
  const files: CollectedFile[] = []
  const folders = new Set<string>()
  const add = ({ absolute, report, settings }: OpenReport | NearReport, role: CollectedFile['role']): void => {
    texts.set(report.path, report.text)
    folders.add(dirname(absolute))
    const found = examine(report, role === 'checked' ? settings : { ...settings, rules: [] }, withEdits)
    if (report.kind !== 'other') digests.push(digestOf(report, settings.schema))
    files.push({ found, role, named: true, severities: settings.severities ?? {} })
  }
  const opened: OpenReport[] = []
  for (const one of reports) {
    opened.push(one)
    add(one, 'checked')
  }
  // Without opened reports, only index pages were asked for, which are among the pages near them.
  const needsNear =
    opened.length === 0 || hasEventRules(files) || files.some(({ found }) => dependsOnOthers(found.findings))
  if (needsNear)
    for (const one of near?.() ?? nearOnDisk(opened, io.cwd())) add(one, one.isRequested ? 'listed' : 'near')
  return {
    files,
    passedOver: 0,
    failures: [...failures],
    registries: registriesFor(needsNear ? folders : [], io.cwd()),
    digests: async () => digests,
    recall: () => null,
    cache: null,
    textOf: (path) => texts.get(path) ?? null,
  }
}

/** The pages near reports, as they are saved. */
export function* nearOnDisk(
  reports: readonly Pick<OpenReport, 'report' | 'settings' | 'parse'>[],
  cwd: string,
): Generator<NearReport> {
  for (const { report: own, settings, parse } of reports)
    for (const path of neighboursOnDisk(own.path, cwd)) {
      const absolute = resolve(cwd, path)
      // Unreadable pages are skipped, because nobody asked for them.
      const report = attempt(() =>
        bindReport({ path, text: readReport(path, absolute), place: absolute }, { ...settings, parse }),
      )
      if (report && report.kind !== 'other') yield { absolute, report, settings, isRequested: false }
    }
}
