import { describe, expect, test } from 'vitest'
import { maskForMarkdown } from '../src/markdown/mask.js'
import { parse } from '../src/markdown/parse.js'
import { readOutline } from '../src/report/sections/outline.js'
import { loadSchema } from '../src/schema/load.js'

const schema = loadSchema('event-report')

/** The sections of a report as `id@line`, with `+` before further ids. */
function sectionsOf(text: string): string[] {
  const { sections } = readOutline(parse(maskForMarkdown(text, null)), text, schema)
  return sections.map(
    ({ id, also, heading }) => `${[id ?? '?', ...also].join('+')}@${text.slice(0, heading[0]).split('\n').length}`,
  )
}

describe('titles', () => {
  test.each([
    ['3. **Key Takeaways:**', 'takeaways'],
    ['🎯 III. Mục Tiêu Sự Kiện', 'objectives'],
    ['Bài học chính (Key Takeaways)', 'takeaways'],
    ['PHẦN II: Danh sách diễn giả', 'speakers'],
    ['Purpose of the second workshop in the series', 'objectives'],
    ['Valuable knowledge I harvested', 'takeaways'],
    ['Những gì mình đã tiếp thu được', 'takeaways'],
    ['Application to Work & Studies', 'applying-to-work'],
    ['Áp dụng vào dự án website tuyển dụng', 'applying-to-work'],
    ['Speakers & Coordinators', 'speakers'],
    ['Highlights and Key Learnings', 'highlights+takeaways'],
    ['Event Schedule', 'agenda'],
    ['What You’ve Learned', 'takeaways'],
    ['Combined takeaways from both days', 'takeaways'],
    ['Bài học tổng hợp sau sự kiện', 'takeaways'],
    ['Insight quan trọng nhận được', 'takeaways'],
    ['Kết quả chính', 'takeaways'],
    ['Distinguished Speakers', 'speakers'],
    ['Diễn giả phiên buổi sáng', 'speakers'],
    ['Participation Goals', 'objectives'],
    ['Most memorable experience', 'experience'],
    ['Nội dung trọng tâm', 'highlights'],
    ['Follow-up actions for my team', 'applying-to-work'],
    ['Key take-aways of the day', 'takeaways'],
    ['Knowledge Extracted', 'takeaways'],
    ['Summary of Presentations', 'highlights'],
    ['Hoạt động nổi bật', 'highlights'],
    ['Diễn giả khai mạc & chính', 'speakers'],
    ['Real-World Application', 'applying-to-work'],
    ['Self-Reflection', 'experience'],
    ['Side Experience', 'experience'],
    ['Trải nghiệm bên lề', 'experience'],
    ['Proof of Participation', 'photos'],
    ['Thu hoạch', 'takeaways'],
    ['Thu hoạch chính', 'takeaways'],
    ['Thu hoạch sau buổi chia sẻ', 'takeaways'],
    ['Kiến thức & Kỹ năng thu được', 'takeaways'],
    ['Diễn giả đã chia sẻ những gì?', 'highlights'],
    ['Khung chương trình', 'agenda'],
    ['Agenda buổi meetup', 'agenda'],
    ['Wrapping up', 'conclusion'],
    ['Key Higlights', 'highlights'],
    ['Event Obejctives', 'objectives'],
    ['Presnters', 'speakers'],
    ['Diển giả', 'speakers'],
    ['Ap dung vao cong viec', 'applying-to-work'],
    ['Contests', '?'],
    ['Speaker and Event Resources', '?'],
    ['Speaker & Session Slides', '?'],
    ['Speakers and Event Resources', 'speakers'],
    ['Takeaways and Resources', 'takeaways'],
    ['Overview of Queueing Services', '?'],
    ['Tổng quan về kiến trúc hướng sự kiện', '?'],
    ['Pipeline Insights', '?'],
    ['Monitoring & Observability', '?'],
    ['Learning from highly skilled people', '?'],
    ['Session 2: Voice agents in practice', '?'],
    ['About the Workforce Programme', '?'],
    ['9:00 – 10:30 | Services Overview', '?'],
  ])('%s is %s', (title, id) => {
    const text = `# Summary Report: “X”\n\n### ${title}\n\ntext\n\n### Event Objectives\n\n- one\n`
    expect(sectionsOf(text)[0]).toBe(`${id}@3`)
  })
})

describe('position and level', () => {
  test('the level of sections is the report’s own', () => {
    expect(sectionsOf('# Summary Report\n\n### Objectives\na\n\n### Speakers\nb\n\n#### Who is who\nc\n')).toEqual([
      'objectives@3',
      'speakers@6',
    ])
  })

  test('an agenda below a section does not influence the level', () => {
    const text =
      '# Summary Report\n\n### Event Information\na\n\n## Overview\nb\n\n### Schedule\nc\n\n## Lessons Learned\n- d\n'
    expect(sectionsOf(text)).toEqual(['event-information@3', 'event-information@6', 'takeaways@12'])
  })

  test('two recognised titles determine the level, even if each is weak; titles below one of them do not', () => {
    const text = '# Grid Day\n\n### Event Information\na\n\n## Overview\nb\n\n### Key Topics\nc\n\n## Lessons\n- d\n'
    const { baseLevel } = readOutline(parse(maskForMarkdown(text, null)), text, schema)
    expect(baseLevel).toBe(2)
  })

  test('headings below an overview are not part of it', () => {
    const text =
      '# Grid Day\n\n## Event Overview\na\n\n### Objectives\nb\n\n### Keynote Speakers of the Day\n- c\n\n### Takeaways\n- d\n'
    expect(sectionsOf(text)).toEqual(['event-information@3', 'objectives@6', 'speakers@9', 'takeaways@12'])
    expect(sectionsOf(text.replace('Event Overview', 'Experience'))).not.toContain('speakers@9')
  })

  test('a weak title below an overview is a section if no other title is', () => {
    const text = '# Grid Day\n\n## Overview\na\n\n### Key Topics\nb\n\n## Lessons\n- c\n\n## Applying to Work\n- d\n'
    expect(sectionsOf(text)).toEqual(['event-information@3', 'highlights@6', 'takeaways@9', 'applying-to-work@12'])
    const elsewhere = text.replace('## Overview', '## Event Experience')
    expect(sectionsOf(elsewhere)).toEqual(['experience@3', 'takeaways@9', 'applying-to-work@12'])
    expect(sectionsOf(`${text}\n## Highlights\ne\n`)).not.toContain('highlights@6')
  })

  test('a section on a deeper level is found if there is no other', () => {
    expect(sectionsOf('## Objectives\na\n### Speakers\n- b\n## Key Highlights\nc\n## Takeaways\nd\n')).toEqual([
      'objectives@1',
      'speakers@3',
      'highlights@5',
      'takeaways@7',
    ])
  })

  test.each([
    ['Mục tiêu & Mục đích', 'objectives'],
    ['Tư duy và Bài học', 'takeaways'],
    ['Những điều tôi học được', 'takeaways'],
    ['Learning Objectives', 'objectives'],
    ['Session Summaries', 'highlights'],
    ['What’s Next?', 'applying-to-work'],
    ['Thành phần diễn giả', 'speakers'],
    ['Professional Objectives', 'objectives'],
    ['Live Telecast Agenda', 'agenda'],
    ['Program Overview', 'agenda'],
    ['Detailed Session Breakdown', 'highlights'],
    ['Điểm nhấn công nghệ', 'highlights'],
    ['Diễn giả bế mạc & ban cố vấn', 'speakers'],
    ['Renowned Keynote Speakers and Business Partners', 'speakers'],
    ['Những hiểu biết chính', 'takeaways'],
    ['Chi tiết từng phiên', 'highlights'],
    ['Định hướng hành động', 'applying-to-work'],
    ['Applications of What I Learned', 'applying-to-work'],
    ['Ứng dụng của kiến thức', 'applying-to-work'],
    ['Ứng dụng trong dự án', 'applying-to-work'],
    ['Results of the Day', 'takeaways'],
    ['Core Knowledge', 'highlights'],
    ['Key Focus Areas', 'highlights'],
    ['Các chủ đề chuyên sâu', 'highlights'],
    ['Value Delivered', 'takeaways'],
    ['Insights Kỹ Thuật Chi Tiết', 'takeaways'],
    ['Event Essentials', 'event-information'],
    ['Learning Targets', 'objectives'],
    ['Những diễn giả của buổi tối', 'speakers'],
    ['Main Talking Points', 'highlights'],
    ['Real-Life Applications', 'applying-to-work'],
    ['Participant Experience', 'experience'],
    ['Attendance Photos', 'photos'],
    ['Presenters and Sessions', 'speakers+highlights'],
    ['Bài học nổi bật', 'takeaways'],
    ['Báo cáo viên', 'speakers'],
  ])('“%s” is read as %s', (title, id) => {
    expect(sectionsOf(`## Event Information\na\n## ${title}\nb\n## Event Experience\nc\n`)).toContain(`${id}@3`)
  })

  test.each([
    'My Contribution as a Speaker',
    'What Every Builder Owes to the Speakers',
    'Container Images',
    'Applications of Language Models in Health Care',
    'Ứng dụng của AI trong y tế',
    'Results of the Migration',
    'Chương trình đào tạo',
    'Mục tiêu kinh doanh số hoá bền vững',
    'Hackathon Prizes',
  ])('“%s” is not a section', (title) => {
    expect(sectionsOf(`## Event Information\na\n## ${title}\nb\n## Event Experience\nc\n`)).toContain('?@3')
  })

  test.each([
    ['Hackathon Details', 'event-information'],
    ['About the Conference', 'event-information'],
    ['Giới thiệu hội nghị', 'event-information'],
    ['Thông tin chuyến tham quan', 'event-information'],
    ['Giới thiệu buổi workshop', 'event-information'],
  ])('“%s” is read like “event”', (title, id) => {
    expect(sectionsOf(`## ${title}\na\n## Objectives\nb\n## Event Experience\nc\n`)).toContain(`${id}@1`)
  })

  test('if several sections are one level too deep, the headings beside them are sections, too', () => {
    const text =
      '## Event Information\na\n## Objectives\nb\n## Agenda\n### 9:00 Opening\nc\n### Event Experience\nd\n### Practical Application\ne\n'
    expect(sectionsOf(text)).not.toContain('applying-to-work@10')
    expect(sectionsOf(text.replace('9:00 Opening', 'Key Takeaways'))).toContain('applying-to-work@10')
    expect(sectionsOf(`${text.replace('9:00 Opening', 'Key Takeaways')}## Applying to Work\nf\n`)).not.toContain(
      'applying-to-work@10',
    )
  })

  describe('a title in the author’s own words', () => {
    const report = (...titles: string[]): string => titles.map((title) => `## ${title}\na\n`).join('')

    test.each([
      ['Why the organisers held this evening', 'objectives'],
      ['Buổi này được mở ra để làm gì?', 'objectives'],
      ['The coaches we met', 'speakers'],
      ['Những người đứng lớp', 'speakers'],
      ['Presenting Teams', 'speakers'],
      ['Các đội trình bày', 'speakers'],
      ['Danh sách các bài chia sẻ', 'speakers'],
      ['What happened during the afternoon', 'highlights'],
      ['Các phần trình bày hôm ấy', 'highlights'],
      ['Phần 1: Những buổi chia sẻ buổi sáng', 'highlights'],
      ['What this night taught me', 'takeaways'],
      ['What I brought home', 'takeaways'],
      ['What the evening aimed to do', 'objectives'],
      ['What the speakers shared', 'highlights'],
      ['Điều còn đọng lại với em', 'takeaways'],
      ['The thought I keep coming back to', 'takeaways'],
      ['How I will use it in my own project', 'applying-to-work'],
      ['Em sẽ áp dụng như thế nào', 'applying-to-work'],
      ['What I took back to our parking project', 'applying-to-work'],
      ['Nhóm em mang gì về dự án?', 'applying-to-work'],
      ['How the day felt', 'experience'],
      ['Cảm giác của em hôm đó', 'experience'],
      ['Hands-on experience', 'experience'],
      ['Tự đánh giá', 'experience'],
      ['Shots from the lab', 'photos'],
      ['Where and when we met', 'event-information'],
      ['What is the event about?', 'event-information'],
      ['What the organisers wanted', 'objectives'],
      ['Kết quả mong đợi', 'objectives'],
      ['Who shared?', 'speakers'],
      ['What we built', 'highlights'],
      ['Những nội dung nào được thảo luận?', 'highlights'],
      ['Points to remember', 'takeaways'],
      ['Kỹ năng tích lũy được', 'takeaways'],
      ['Where I can apply this', 'applying-to-work'],
      ['Có thể áp dụng ở đâu?', 'applying-to-work'],
      ['Self-assessment', 'experience'],
      ['Chiêm nghiệm', 'experience'],
      ['Huấn luyện viên', 'speakers'],
      ['Knowledge I collected', 'takeaways'],
      ['Kiến nghị cho nhóm em', 'applying-to-work'],
      ['What did I learn about message brokers?', 'takeaways'],
      ['Vì sao có buổi chia sẻ này?', 'objectives'],
      ['Things I didn’t know before', 'takeaways'],
      ['Định hướng sau buổi học', 'applying-to-work'],
    ])('%s: %s', (title, id) => {
      expect(sectionsOf(report('Agenda', title, 'Conclusion'))).toContain(`${id}@3`)
    })

    test.each([
      'Why serverless',
      'ARM migration lessons',
      'Applying GraphRAG in banking',
      'Vì sao chọn hàng đợi',
      'Kiến thức nền tảng về mạng',
      'Shared responsibility',
      'The Future of Work',
      'Organizers and Participants',
      'Main tasks',
      'Thực tế làm gì?',
    ])('%s: unknown', (title) => {
      expect(sectionsOf(report('Agenda', title, 'Conclusion'))).toContain('?@3')
    })

    test('is unknown if another title or line announces the section', () => {
      expect(sectionsOf(report('Takeaways', 'What this night taught me'))).toEqual(['takeaways@1', '?@3'])
      expect(sectionsOf(`${report('Agenda', 'What this night taught me')}**Key Takeaways**\n\nb\n`)).toContain('?@3')
    })

    test('is unknown if two titles suggest the same section', () => {
      expect(sectionsOf(report('Agenda', 'What this night taught me', 'What became clear to us'))).toEqual([
        'agenda@1',
        '?@3',
        '?@5',
      ])
    })

    test('is unknown below the section level', () => {
      expect(sectionsOf(`${report('Agenda', 'Objectives')}### What this night taught me\nb\n`)).not.toContain(
        'takeaways@5',
      )
    })

    describe('that says more than the hint', () => {
      const between = (title: string): string =>
        report('Objectives', 'Speakers', title, 'Takeaways', 'Applying to Work')

      test.each([
        'Content of the queueing talk',
        'Nội dung về hàng đợi',
        'Main discussion areas',
      ])('is taken for the section that is missing in its place: %s', (title) => {
        expect(sectionsOf(between(title))).toContain('highlights@5')
      })

      test('is not where the section would be elsewhere, or is there', () => {
        const [title = '', ...others] = ['Content of the queueing talk', 'Objectives', 'Speakers', 'Takeaways']
        expect(sectionsOf(report(title, ...others))).toContain('?@1')
        expect(sectionsOf(report(...others, title))).toContain('?@7')
        expect(sectionsOf(report('Objectives', 'Highlights', title, 'Takeaways'))).toContain('?@5')
      })

      test('is not among other unknown titles, nor without sections beside it', () => {
        expect(sectionsOf(report('Objectives', 'Content of the queueing talk', 'Brokers', 'Takeaways'))).toContain(
          '?@3',
        )
        expect(sectionsOf(report('Content of the queueing talk'))).toContain('?@1')
      })

      test.each([
        'Talk 1: Queues',
        'Bài chia sẻ 1: Hàng đợi',
        'Phần trình bày 2 – Hàng đợi',
      ])('is not if it is the title of one of several parts: %s', (title) => {
        expect(sectionsOf(between(title))).toContain('?@5')
      })

      test('is not where hardly a word hints', () => {
        expect(sectionsOf(between('Queues, topics, brokers, streams'))).toContain('?@5')
      })
    })

    test('may have fields below it', () => {
      expect(sectionsOf('# Summary Report\n\n## When and where\n\n**Date:** May 2\n\n## Agenda\na\n')).toEqual([
        'event-information@3',
        'agenda@7',
      ])
    })
  })

  test.each([
    [
      'highlights',
      [
        'Event summary and highlights',
        'Key announcements',
        'Notable moments',
        'Các điểm chính',
        'Những nội dung được bàn luận',
      ],
    ],
    ['speakers', ['Thành viên tọa đàm']],
    [
      'takeaways',
      ['Những gì em nhận được', 'Giá trị mang lại cho bản thân', 'What I can take away', 'Ba điều em chưa từng biết'],
    ],
    ['applying-to-work', ['Ứng dụng kiến thức', 'Putting it to use']],
    ['experience', ['What impressed me', 'How was the event?', 'A personal note', 'Đánh giá của bản thân']],
    ['photos', ['Ảnh minh chứng tham dự', 'Evidence of my attendance']],
  ])('plain titles of %s: %j', (id, titles) => {
    for (const title of titles)
      expect(sectionsOf(`# Summary Report: “Mesh Night”\n\n## ${title}\na\n\n## Agenda\nb\n`)).toEqual([
        `${id}@3`,
        'agenda@6',
      ])
  })

  test('an emphasised line with several fields is no heading', () => {
    const text = '# R\n\n*Đơn vị tổ chức: VietQ. Thời gian: 9h. Phòng 3.*\n\n**Mục tiêu**\n\na\n\n**Diễn giả**\n\nb\n'
    expect(sectionsOf(text)).toEqual(['objectives@5', 'speakers@9'])
  })

  test('photos may be below another section, with any title', () => {
    const text =
      '## Objectives\na\n## Takeaways\nb\n## Event Experience\nc\n### Some pictures taken at the workshop\nd\n'
    expect(sectionsOf(text)).toContain('photos@7')
    expect(sectionsOf(text.replace('Some pictures taken', 'Learning from people'))).not.toContain('photos@7')
    expect(sectionsOf(text.replace('Some pictures taken at the workshop', 'Container images'))).not.toContain(
      'photos@7',
    )
  })

  test('lessons learned within the experience are part of it', () => {
    const text = '### Objectives\na\n### Key Highlights\nb\n### Event Experience\nc\n#### Lessons Learned\n- d\n'
    expect(sectionsOf(text)).toEqual(['objectives@1', 'highlights@3', 'experience@5'])
    expect(sectionsOf(text.replace('####', '###'))).toContain('takeaways@7')
  })

  test('headings that each talk has are not sections of the report', () => {
    const text =
      '### Objectives\na\n### Key Highlights\n#### Talk A\n##### Key Takeaways\nx\n#### Talk B\n##### Key Takeaways\ny\n'
    expect(sectionsOf(text)).toEqual(['objectives@1', 'highlights@3'])
  })

  test.each([
    ['Những gì bạn đã học', 'takeaways'],
    ['Applications to my work', 'applying-to-work'],
    ['Some images from participating in the event', 'photos'],
    ['Một số hình ảnh hội thảo', 'photos'],
  ])('“%s” is recognised below the section level as well', (title, id) => {
    expect(sectionsOf(`## Event Information\na\n## Objectives\nb\n#### ${title}\nc\n`)).toContain(`${id}@5`)
  })

  test('photos may be at the end of the experience, even indented into a list', () => {
    const text = '### Objectives\na\n### Event Experience\n- b\n\n  #### Some event photos\n  ![x](x.jpg)\n'
    expect(sectionsOf(text)).toEqual(['objectives@1', 'experience@3', 'photos@6'])
  })

  test('a bold line announces a section without a heading', () => {
    expect(sectionsOf('## Objectives\na\n\n**Speakers:**\n- b\n\n## Key Highlights\nc\n')).toContain('speakers@4')
    expect(sectionsOf('## Speakers\na\n\n## Takeaways\nc\n\n**Speakers:**\n- b\n')).not.toContain('speakers@6')
  })

  test('a bold line or field below the heading of a talk belongs to the talk', () => {
    const talk = (line: string) => `## Objectives\na\n\n## Agenda\n\n### 9:00 | Queues at Night\n\n${line}\n`
    expect(sectionsOf(talk('**Speakers:**\n- b'))).toEqual(['objectives@1', 'agenda@4'])
    expect(sectionsOf(talk('**Speaker:** An Vo'))).toEqual(['objectives@1', 'agenda@4'])
    expect(sectionsOf(`**Speakers:** Mai Do\n\n${talk('**Speakers:** An Vo')}`)).toContain('speakers@1')
  })

  test('all sections may be bold lines', () => {
    const text = '# Report: X\n\n**Objectives**\n\na\n\n**Speakers**\n\n- b\n\n**Key Takeaways**\n\nc\n'
    expect(sectionsOf(text)).toEqual(['objectives@3', 'speakers@7', 'takeaways@11'])
  })

  test('all sections may be bold lines beside an unrelated heading', () => {
    const text =
      '## Queues at Night\n\n**Goal of the meetup**\n\na\n\n**Who talked**\n\n- b\n\n**What I learned**\n\nc\n'
    expect(sectionsOf(text)).toEqual(['objectives@3', 'speakers@7', 'takeaways@11'])
    expect(sectionsOf(text.replace('Queues at Night', 'Agenda'))).toEqual(['agenda@1', 'takeaways@11'])
  })

  test('fields without markup before the sections are the event information', () => {
    expect(sectionsOf('# Report: X\n\n**Date:** 1 May 2026\n**Venue:** Hall\n\n## Objectives\na\n')).toEqual([
      'event-information@3',
      'objectives@6',
    ])
  })

  test('a field before the sections may name the speaker by any label', () => {
    const text = '- **Trainer:** Lan Ho\n\n## Objectives\na\n'
    expect(sectionsOf(text)).toEqual(['speakers@1', 'objectives@3'])
    expect(sectionsOf(`- **Trainer:** An Ly\n${text}`)).not.toContain('speakers@1')
    expect(sectionsOf(`## Highlights\na\n\n${text}`)).not.toContain('speakers@4')
  })

  test('several fields in a list without emphasis are the event information, but only before the sections', () => {
    const top = '# R\n\n- Time: 6 PM\n- 📍 Location: The old depot\n\n'
    const sections = '## Objectives\n\na\n\n## Speakers\n\nb\n'
    expect(sectionsOf(top + sections)).toEqual(['event-information@3', 'objectives@6', 'speakers@10'])
    expect(sectionsOf(`# R\n\n- Time: it flew\n- It rained\n\n${sections}`)).toEqual(['objectives@6', 'speakers@10'])
    expect(sectionsOf('# R\n\nDate: May 2\nTrainer: Lan Ho\n\n## Objectives\n\na\n')).toEqual([
      'event-information@3',
      'speakers@4',
      'objectives@6',
    ])
    expect(sectionsOf(`# R\n\n${sections}\n- Time: 6 PM\n- Location: The old depot\n`)).toEqual([
      'objectives@3',
      'speakers@7',
    ])
    expect(sectionsOf(`${top}## Event Information\n\n- Free\n\n${sections}`)).toContain('event-information@6')
  })

  test('labels that only a space keeps from being emphasised are those of fields', () => {
    const sections = '\n\n## Objectives\n\na\n'
    expect(sectionsOf(`** Date:** May 2, 2026\n** Venue:** Hall${sections}`)).toEqual([
      'event-information@1',
      'objectives@4',
    ])
    expect(sectionsOf(`** Date:** May 2, 2026\n** A joke:** none${sections}`)).toEqual(['objectives@4'])
  })

  test('rows of a table with field labels are the event information, other tables are not', () => {
    const sections = '## Objectives\n\na\n'
    const table = (...rows: string[]): string =>
      `# R\n\n| Item | Details |\n| --- | --- |\n${rows.join('\n')}\n\n${sections}`
    expect(sectionsOf(table('| **Event name:** | Depot Night |', '| Venue | The old depot |'))).toEqual([
      'event-information@5',
      'objectives@8',
    ])
    expect(sectionsOf(table('| Depot | closed |', '| Venue | The old depot |'))).toEqual(['objectives@8'])
    expect(sectionsOf(table('| Time |', '| Venue |'))).toEqual(['objectives@8'])
  })

  test('a heading for a part of the event information counts if it follows other parts', () => {
    const own = '## Role\n\nc\n'
    const others = '## Objectives\n\na\n\n## Speakers\n\nb\n\n'
    expect(sectionsOf(`## Location\n\nHall\n\n${own}\n${others}`)).toEqual([
      'event-information@1',
      'event-information@5',
      'objectives@9',
      'speakers@13',
    ])
    expect(sectionsOf(others + own)).toEqual(['objectives@1', 'speakers@5', '?@9'])
    expect(sectionsOf(`## Location\n\nHall\n\n${others}## My Role\n\nc\n`)).toContain('?@13')
  })

  test('a label in a list of fields is a field, even if its value is below it', () => {
    const list = '- **Date:** 1 May 2026\n- **Main objectives:**\n  - a\n'
    const text = `# Report\n\n## Event Information\n\n${list}\n## Event Experience\n\nb\n`
    const { sections } = readOutline(parse(text), text, schema)
    expect(sections.map(({ id, form }) => [id, form])).toContainEqual(['objectives', 'inline'])
  })

  test('the fields in a box that contains nothing else are the event information', () => {
    const box = '> **Date:** 1 May 2026 <br>\n> **Venue:** Hall 2\n'
    expect(sectionsOf(`# Report\n\n${box}\n### Objectives\n\na\n`)).toContain('event-information@3')
    expect(sectionsOf(`# Report\n\n${box}> which is far away\n\n### Objectives\n\na\n`)).not.toContain(
      'event-information@3',
    )
  })

  test('the content after a field ends at the next section, on any level', () => {
    const text = '# Report\n\n**Date:** 1 May 2026\n\n### Objectives\n\na\n'
    const { sections } = readOutline(parse(text), text, schema)
    expect(sections.map(({ body }) => text.slice(...body).trim())).toEqual(['1 May 2026', 'a'])
  })

  test('HTML headings are recognised', () => {
    expect(sectionsOf('## Objectives\na\n\n<h2>Speakers</h2>\n\n- b\n')).toEqual(['objectives@1', 'speakers@4'])
  })

  test('each heading in one HTML block has its own section', () => {
    const html =
      '<h2><b>Objectives</b></h2>\n<p>To learn</p>\n<h2 id="who">Speakers</h2>\n<h2>Takeaways</h2>\n<p>Much</p>\n'
    const text = `# R\n\n${html}\nMore.\n`
    expect(sectionsOf(text)).toEqual(['objectives@3', 'speakers@5', 'takeaways@6'])
    const { sections } = readOutline(parse(text), text, schema)
    const shown = sections.map(({ content }) =>
      content.map((node) => text.slice(node.position?.start.offset, node.position?.end.offset).trim()),
    )
    expect(shown).toEqual([['<p>To learn</p>'], [], ['<p>Much</p>', 'More.']])
  })

  test('a title that names two sections gives up the one that another heading certainly names', () => {
    const text = '### Objectives\na\n### Key Content & Agenda\nb\n### Key Highlights & Takeaways\nc\n'
    expect(sectionsOf(text)).toEqual(['objectives@1', 'agenda@3', 'highlights+takeaways@5'])
  })

  test('above the section level, a weak title counts if its section has no other', () => {
    const text = '# Report\n\n## Objectives\na\n\n## Speakers\nb\n\n# Part One\nc\n\n# Bài học\n\nd\n'
    expect(sectionsOf(text)).toEqual(['objectives@3', 'speakers@6', 'takeaways@12'])
    expect(sectionsOf(text.replace('# Part One', '## Key Takeaways'))).toEqual([
      'objectives@3',
      'speakers@6',
      'takeaways@9',
    ])
    expect(sectionsOf(text.replace('# Part One', '# Bài học'))).toEqual(['objectives@3', 'speakers@6'])
    expect(sectionsOf(text.replace('# Bài học', '### Bài học'))).toEqual(['objectives@3', 'speakers@6'])
  })

  test('the first heading is the title if it is above the section level and not a section', () => {
    const titleOf = (text: string) => readOutline(parse(maskForMarkdown(text, null)), text, schema).title?.text
    const text = '## Queues at Night\n\n### Objectives\na\n\n### Speakers\nb\n'
    expect(titleOf(text)).toBe('Queues at Night')
    expect(titleOf(text.replace('## Queues', '### Queues'))).toBeUndefined()
    expect(titleOf(text.replace('Queues at Night', 'Agenda'))).toBeUndefined()
    expect(titleOf(`${text}\n## Sources\n\nc\n`)).toBeUndefined()
  })

  test('a second title is not a section', () => {
    expect(sectionsOf('# Event\n\n#### Summary Report: “X”\n\n#### Objectives\na\n#### Key Takeaways\nb\n')).toEqual([
      'objectives@5',
      'takeaways@7',
    ])
  })
})

describe('masking', () => {
  test('keeps all offsets and line ends', () => {
    const text =
      '\uFEFF---\r\ntitle: x\r\n---\r\n{{% notice warning %}}\r\n# a\r\n{{< highlight go >}}\r\n## b\r\n{{< /highlight >}}\r\n'
    const masked = maskForMarkdown(text, [1, text.indexOf('\r\n{{%')])
    expect(masked).toHaveLength(text.length)
    expect(masked.replace(/[^\r\n]/g, '.')).toBe(text.replace(/[^\r\n]/g, '.'))
    expect(masked).toContain('# a')
    expect(masked).not.toContain('## b')
    expect(masked).not.toContain('title')
  })

  test('a link around a shortcode stays a link', () => {
    const [paragraph] = parse(maskForMarkdown('[a]({{< ref "p.md" >}})', null)).children
    expect(paragraph).toMatchObject({ children: [{ type: 'link' }] })
  })
})

test('a section whose heading has no space after its marks has the text below as its content', () => {
  const text = '# Summary Report: “X”\n\n##Objectives\nSee a grid &amp; its *load*\nfail\n\n##Speakers\n- Lan Tran\n'
  const { sections } = readOutline(parse(text), text, schema)
  expect(sections.map(({ id, level, content }) => [id, level, content.map(({ type }) => type)])).toEqual([
    ['objectives', 2, ['text', 'emphasis', 'text']],
    ['speakers', 2, ['list']],
  ])
})

test.each([
  '### Thu hoạch: Ngày hội Mesh',
  '### Thu hoạch “Ngày hội Mesh”',
  '# Thu hoạch từ Ngày hội Mesh',
])('a report may begin with a title that could be that of a section: %s', (heading) => {
  const text = `${heading}\n\n### Event Objectives\n\n- one\n`
  expect(readOutline(parse(text), text, schema).title?.text).toBe(heading.replace(/^#+ /, ''))
  expect(sectionsOf(text)).toEqual(['objectives@3'])
})
