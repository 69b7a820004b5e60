import { describe, expect, test } from 'vitest'
import { inspect } from '../src/index.js'

const nameIn = (text: string): string | null => inspect({ path: 'a.md', text }).event.name

test.each([
  ['# Summary Report: “Mesh Day”', 'Mesh Day'],
  ['# Bài thu hoạch: Ngày hội Mesh 03/10/2025', 'Ngày hội Mesh 03/10/2025'],
  ['# Summary Report: 云日', '云日'],
  ['# Summary Report Mesh Day', 'Mesh Day'],
  ['# Summary Report: “**Mesh Day** \\#2”', 'Mesh Day #2'],
  ['# Report on Mesh Day', 'Mesh Day'],
  ['# Reportage Night', 'Reportage Night'],
  ['# Summary Report: Attending the Mesh Day', 'Mesh Day'],
  ['# Bài thu hoạch: Tham dự sự kiện Ngày hội Mesh', 'Ngày hội Mesh'],
  ['# Attending to Meshes', 'Attending to Meshes'],
  ['# Lessons Learned: Mesh Day', 'Mesh Day'],
  ['# Meshes: Mesh Day', 'Meshes: Mesh Day'],
  ['# Event 3 – Mesh Day', 'Mesh Day'],
  ['# EVENT 3 | Mesh Day', 'Mesh Day'],
  ['# 4.3. Mesh Day', 'Mesh Day'],
  ['# Mesh Day – Summary Report', 'Mesh Day'],
  ['# Mesh Day Summary Report', 'Mesh Day'],
  ['# Mesh Day (Report)', 'Mesh Day'],
  ['# The Minority Report', 'The Minority Report'],
  ['# Ngày hội Mesh - Bài thu hoạch', 'Ngày hội Mesh'],
  ['# Workshop Report: Mesh Day', 'Mesh Day'],
  ['# Workshop: Mesh Day', 'Workshop: Mesh Day'],
  ['# Event Report: Participation in the Mesh Day', 'Mesh Day'],
  ['# Bài thu hoạch về Ngày hội Mesh', 'Ngày hội Mesh'],
  ['# Summary Report ‘Mesh Day’', 'Mesh Day'],
  ['# Summary Report: What’s New in Mesh', 'What’s New in Mesh'],
  ['# Summary Report: “14-05-2026 | Mesh Day”', 'Mesh Day'],
  ['# Friday, 3 October 2025 – Mesh Day', 'Mesh Day'],
  ['# Summary Report: Mesh Day – 3 October 2025', 'Mesh Day – 3 October 2025'],
  ['# 9 May Celebration', '9 May Celebration'],
  ['<h1 align="center">Summary Report: “<i>Mesh</i> Day”</h1>', 'Mesh Day'],
  ['<h1 class="title"><b>Summary Report: Mesh Day</b></h1>', 'Mesh Day'],
  ['# Báo cáo chi tiết sự kiện: Mesh Day', 'Mesh Day'],
  ['# Event Reflection Report – Mesh Day', 'Mesh Day'],
  ['# ** Mesh Day**', 'Mesh Day'],
  ['# Summary Report: “Mesh<inAction> Day”', 'Mesh<inAction> Day'],
  ['# 03/10/2025', null],
  ['# Summary Report: Friday, 3 October 2025', null],
  ['# Bài thu hoạch: “Thứ Sáu, ngày 03/10/2025”', null],
  ['# Event 3', null],
  ['# Workshop Report', null],
  ['# BÁO CÁO THU HOẠCH SỰ KIỆN', null],
  ['# BÁO CÁO THU HOẠCH SỰ KIỆN'.normalize('NFD'), null],
])('the name in %s', (title, name) => {
  expect(nameIn(`${title}\n\nSome words.\n`)).toBe(name)
})

test.each([
  ['title: "Mesh Day"', '# Summary Report', 'Mesh Day'],
  ['title: "Event 3: Mesh Day"', '', 'Mesh Day'],
  ['title: "Event 3"', '# Summary Report', null],
  ['title: "Mesh Day"', '# Summary Report: Grid Day', 'Grid Day'],
  ['title: "Mesh Day"', '# Summary Report\n\n**Event:** Grid Day', 'Grid Day'],
  ['title: ["Mesh Day"]', '# Summary Report', null],
  ['title: "Mesh\\nDay"', '# Summary Report', null],
])('front matter with %s before %s', (frontMatter, title, name) => {
  expect(nameIn(`---\n${frontMatter}\n---\n\n${title}\n\nSome words.\n`)).toBe(name)
})

describe('without a name in the title, a field gives it', () => {
  test.each([
    ['**Event:** Mesh Day: The Second', 'Mesh Day: The Second'],
    ['- Event name – Mesh Day', 'Mesh Day'],
    ['&emsp;**Tên sự kiện:** **Ngày hội Mesh**  ', 'Ngày hội Mesh'],
    ['Date: 03/10/2025 | Event: Mesh Day | Place: Online', 'Mesh Day'],
    ['**Event:** Mesh Day \\| *the second*.', 'Mesh Day | the second'],
    ['**Event:** [Mesh Day](https://mesh.example)', 'Mesh Day'],
    ['| Date | 03/10/2025 |\n|---|---|\n| **Event name** | Mesh *Day* |', 'Mesh Day'],
    ['**Event:** Workshop', null],
    ['**Event:** [name of the event]', null],
    ['**Event-driven:** Mesh Day', null],
  ])('%s', (field, name) => {
    expect(nameIn(`# Summary Report\n\n${field}\n\n## Objectives\n\n- See a mesh\n`)).toBe(name)
  })

  test('in the event information, wherever that is', () => {
    const report =
      '# Summary Report\n\n## Objectives\n\n- See a mesh\n\n## Event Information\n\n- **Event:** Mesh Day\n'
    expect(nameIn(report)).toBe('Mesh Day')
  })

  test('but not a field further down', () => {
    const report = '# Summary Report\n\n## Highlights\n\n**Event:** a fact that a service tells of\n'
    expect(nameIn(report)).toBe(null)
  })

  test.each([
    ['# Summary Report: Mesh Day', 'Mesh Day'],
    ['# On “Mesh Day”', 'Mesh Day'],
    ['# MESH NIGHT REPORT', 'Mesh Day Two'],
  ])('a title that sets off the name takes precedence over a field: %s', (title, name) => {
    expect(nameIn(`${title}\n\n**Event:** Mesh Day Two\n`)).toBe(name)
    expect(nameIn(`${title}\n\nIt was late.\n`)).toBe(name === 'Mesh Day' ? name : 'MESH NIGHT REPORT')
  })
})
