import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isAboutEvents, isEventFolder, isInOtherChapter } from '../src/source/site/event-path.js'
import { isHomePage } from '../src/source/site/page-path.js'
import { folderWith, writeIn } from './folder.js'
import { goodReport } from './good-report.js'
import { run } from './run.js'

test.each([
  '4.2-Event2',
  '4.2_x',
  '4.2Event2',
  '4.2',
  'event-3',
  'Event 3',
  'su-kien-3',
  'sự-kiện-3',
  'sự-kiện-3'.normalize('NFD'),
])('%s may be the folder of one event', (name) => {
  expect(isEventFolder(name)).toBe(true)
})

test.each(['4-Events', 'eventual', '2025-11-29', 'notes'])('%s is not', (name) => {
  expect(isEventFolder(name)).toBe(false)
})

test.each([
  '4-EventParticipated',
  'EVENTS',
  '4-AWSEvents',
  '4-SuKien',
  'cac-su-kien',
  '4-Sự-Kiện'.normalize('NFD'),
])('%s is about events', (name) => {
  expect(isAboutEvents(name)).toBe(true)
})

test.each([
  '5.4-EventBridge',
  'event-driven',
  '5.2-Prevention',
  '1.7-Seventh-week',
  'eventual-consistency',
])('%s is not', (name) => {
  expect(isAboutEvents(name)).toBe(false)
})

test('the home page of a site is not about an event', async () => {
  const home = '---\ntitle: Báo cáo thực tập\n---\n\n# Báo cáo thực tập\n\n- [Nhật ký](1-worklog/)\n'
  for (const path of ['content/_index.md', 'site/content/vi/_index.md', 'content/_index.vi.md'])
    expect(isHomePage(path)).toBe(true)
  for (const path of ['content/report.md', 'content/4-Events/_index.md', '_index.md'])
    expect(isHomePage(path)).toBe(false)
  const cwd = folderWith({ 'content/_index.vi.md': home, 'content/4-Events/4.1-Event1/_index.md': goodReport })
  expect((await run(cwd, 'check')).stdout).toContain('1 report checked, 1 other page skipped')
})

describe('chapters', () => {
  test.each([
    'content/1-Worklog/1.1-Week1/_index.md',
    'content/1-Worklog/_index.md',
    'content/vi/5-Workshop/5.3-Gateway/5.3.1-Endpoint/_index.md',
    'content/2-Proposal/_index.vi.md',
    'content/5-Workshop/5.4-EventBridge/_index.md',
    'content/5-Workshop/5.4-Event-Rule/5.4.1-Create/_index.md',
    'content/3-Blogs/event-driven/index.md',
    '1-Worklog/1.1-Week1/_index.md',
  ])('%s is in a chapter about something else', (path) => {
    expect(isInOtherChapter(path)).toBe(true)
  })

  test.each([
    'content/4-EventParticipated/4.1-Kick-off/_index.md',
    'content/4-SuKien/4.1-Khai-mac/_index.md',
    'content/events/4.1-Kick-off/_index.md',
    'content/4.1-Kick-off/_index.md',
    'content/1-Archive/event-3/index.md',
    'content/1-Archive/1.2-Event2/index.md',
    'content/1-Archive/events/4.1-Kick-off/_index.md',
    'content/4-EventParticipated/4.3-EventBridge-Night/_index.md',
    '/home/lan/3-projects/site/content/4.1-Kick-off/_index.md',
    '/home/lan/3-projects/site/reports/one.md',
    'report.md',
  ])('%s is not', (path) => {
    expect(isInOtherChapter(path)).toBe(false)
  })
})

const worklog = `---
title: "Week 1"
date: 2025-09-08
weight: 1
chapter: false
pre: " <b> 1.1. </b> "
---

### Week 1 Objectives

- Meet the team

### Week 1 Outcomes

- Knew the team
`

test('only the event reports of an internship site are checked', async () => {
  const event = 'content/4-EventParticipated/4.1-Event1/_index.md'
  const cwd = folderWith({
    [event]: goodReport,
    'content/1-Worklog/1.1-Week1/_index.md': worklog,
    'content/1-Worklog/_index.md': '---\ntitle: Worklog\npre: " <b> 1. </b> "\n---\n\n[Week 1](1.1-Week1/)\n',
    'content/3-Blogs/3.1-Blog1/_index.md': worklog.replaceAll('1.1', '3.1'),
    'content/5-Workshop/5.4-EventBridge/_index.md': worklog.replaceAll('1.1', '5.4'),
  })
  const all = await run(cwd, 'check')
  expect(all.code).toBe(0)
  expect(all.stdout).toContain('1 report checked, 4 other pages skipped')

  // What is a report by its own words is one wherever it is.
  writeIn(cwd, { 'content/5-Other/5.1-Talk/_index.md': goodReport.replace('4.1', '5.1') })
  expect((await run(cwd, 'check')).stdout).toContain('2 reports checked')
})

test('the result does not depend on the current folder', async () => {
  const folder = 'content/4-EventParticipated/4.2-Event2'
  const cwd = folderWith({ [`${folder}/_index.md`]: goodReport })
  const rules = async (from: string) => {
    const { findings } = JSON.parse((await run(from, 'check --format json')).stdout)
    return findings.map(({ rule }: { rule: string }) => rule)
  }
  expect(await rules(cwd)).toEqual(['event-number-mismatch'])
  expect(await rules(join(cwd, folder))).toEqual(['event-number-mismatch'])
})
