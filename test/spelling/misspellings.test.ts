import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/schema/schema.js'
import { glossaryOf } from '../../src/spelling/glossary.js'
import { misspellings, type SpellingContext } from '../../src/spelling/misspellings.js'

const context = (language: Language): SpellingContext => ({ glossary: glossaryOf([]), language, isName: () => false })

function found(text: string, names: readonly string[] = [], words: readonly string[] = []): string[] {
  const all = misspellings(text, [[0, text.length]], {
    glossary: glossaryOf(words),
    language: 'vi',
    isName: (word) => names.includes(word),
  })
  return [...all].map(({ word, suggestion, certain, range }) => {
    expect(text.slice(...range)).toBe(word)
    return `${word} → ${suggestion}${certain ? '' : '?'}`
  })
}

describe('English words', () => {
  test.each([
    ['the cloud communit met', 'communit → community'],
    ['The Communit of builders', 'Communit → Community'],
    ['from rototyping on', 'rototyping → prototyping'],
    ['a resilent and observabilty-first design', 'resilent → resilient', 'observabilty → observability'],
    ['Overal, a good day', 'Overal → Overall'],
    ['on Septemper 18', 'Septemper → September'],
    ['incidents that occured', 'occured → occurred'],
    ['kubenetes clusters', 'kubenetes → Kubernetes'],
    ['an encouragment to go on', 'encouragment → encouragement'],
    [
      'Calender and summery, wich we finaly got',
      'Calender → Calendar',
      'summery → summary',
      'wich → which',
      'finaly → finally',
    ],
    ['deployements of informations', 'deployements → deployments', 'informations → information'],
    [
      'Technologys and policys, originaly insightfull',
      'Technologys → Technologies',
      'policys → policies',
      'originaly → originally',
      'insightfull → insightful',
    ],
    ['Memeber Qzt, Memeber Xqv, Memeber Zpk', 'Memeber → Member', 'Memeber → Member', 'Memeber → Member'],
    ['A teabreak, an indepth casestudy', 'teabreak → tea break', 'indepth → in-depth', 'casestudy → case study'],
    ['Alot of what it doesnt do in Lamda', 'Alot → A lot', "doesnt → doesn't", 'Lamda → Lambda'],
    [
      'Swinburne Universtiy, Kolibrio Reveiw and Infrastucture',
      'Universtiy → University',
      'Reveiw → Review',
      'Infrastucture → Infrastructure',
    ],
    ['a testnig triger', 'testnig → testing', 'triger → trigger'],
    ['three othes, and Specialy', 'othes → others?', 'Specialy → Specially?'],
    ['What taht owrk iwth CICD', 'taht → that', 'owrk → work', 'iwth → with', 'CICD → CI/CD'],
  ])('%s', (text, ...expected) => {
    expect(found(text)).toEqual(expected)
  })

  test('words with several likely corrections are doubtful', () => {
    expect(found('a calable service')).toEqual([expect.stringMatching(/\?$/)])
  })

  test.each([
    'British colours and American colors',
    'Lakehouse pretraining, chatbots and microservices',
    'finalizers, an embedder, archivers and a partitioner',
    'peerings, segmentations and moderations',
    "it isn't, we couldn’t, Amazon's",
    'NGUYEN VAN AN, GENERTIVE TALK',
    'words of CloudThinker, TymeX and Katalon',
    'the cd/deployement/prod folder, key-of-recieve-all, recieve_all, recieve2, $recieve, recieve.md, a@recieve',
  ])('%s: nothing', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('words without a blank between them', () => {
  test.each([
    ['inthe first part ofthe talk', 'inthe → in the', 'ofthe → of the'],
    ['Basedon what canbe learned fromthe speakers', 'Basedon → Based on', 'canbe → can be', 'fromthe → from the'],
    ['Understandingthe team, andautomation', 'Understandingthe → Understanding the', 'andautomation → and automation'],
    ['forcomplex workflows, learningfrom peers', 'forcomplex → for complex?', 'learningfrom → learning from?'],
    ['Frsit of all thsi taem', 'Frsit → First', 'thsi → this', 'taem → team'],
    ['softwaredevelopment is eventdriven', 'softwaredevelopment → software development', 'eventdriven → event-driven'],
    ['the HTE, in Evry'],
    ['cloudcomputing and machinelearning', 'cloudcomputing → cloud computing', 'machinelearning → machine learning'],
    ['on aplatform that providesa lot', 'aplatform → a platform?', 'providesa → provides a?'],
  ])('%s', (text, ...expected) => {
    expect(found(text)).toEqual(expected)
  })

  test.each([
    'Tobias and Martin of Softwareone, Forman, Greenwhich, Inthe',
    'failover, livestream, toolsets, checkmarks, buildchain and truststore',
    'a tostring, a groupby, an inplace and an onprem one, whatis and asis',
    'isinstance, contextmanager, abstractmethods, versionchanged, timethis, howmuch, readinto, mydomain',
    'the option -andautomation, a call of andautomation() and “andautomation”',
  ])('%s: nothing', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('words with a blank in them', () => {
  test.each([
    ['a work shop on team work', 'work shop → workshop', 'team work → teamwork'],
    ['Work Shop, Dash board, NET WORK', 'Work Shop → Workshop', 'Dash board → Dashboard', 'NET WORK → NETWORK'],
    [
      'the deve lopment of an accessi ble platf orm',
      'deve lopment → development',
      'accessi ble → accessible',
      'platf orm → platform',
    ],
    ['Deve lopment, specifi cally', 'Deve lopment → Development', 'specifi cally → specifically'],
  ])('%s', (text, ...expected) => {
    expect(found(text)).toEqual(expected)
  })

  test.each([
    'we set up and log in, break down a long list, and feed back into it',
    'who is not able to be a natural ally, in ability and in action',
    'a net work-life balance, work, shop',
    'Deve Lopment, deve  lopment, deve-lopment, a deve, lopment',
  ])('%s: nothing', (text) => {
    expect(found(text).filter((one) => /^\w+\s+\w+ →/.test(one))).toEqual([])
  })
})

describe('AI with a small L', () => {
  test.each([
    ['Gen Al agents', 'Al → AI'],
    ['an Al-ready editor', 'Al-ready → AI-ready'],
    ['các tác nhân Al', 'Al → AI'],
    ['First Cloud Al Journey', 'Al → AI'],
    ['Al services', 'Al → AI'],
  ])('%s', (text, ...expected) => {
    expect(found(text)).toEqual(expected)
  })

  test.each(['Al Pham spoke', 'thanks to Al', 'Al-Amin College', 'salt, e. g. Al'])('%s: nothing', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('names of persons and firms', () => {
  test.each([
    'Quynh Trieu, Nghiem Truong and Thinh Khanh',
    'Jaime Valles and Ingmar Hering spoke',
    'Hoàng Communit',
    'Elastio and Vogels',
    'Kolibrio Technologia and Qztor Robotica',
  ])('%s: nothing', (text) => {
    expect(found(text)).toEqual([])
  })

  test('names of speakers are never corrected', () => {
    expect(found('A Consultamt spoke')).toEqual(['Consultamt → Consultant'])
    expect(found('A Consultamt spoke', ['Consultamt'])).toEqual([])
  })
})

describe('names of products', () => {
  test.each([
    ['Github and Gitlab', 'Github → GitHub', 'Gitlab → GitLab'],
    [
      'Devops, devOps, Devsecops, Debsecops',
      'Devops → DevOps',
      'devOps → DevOps',
      'Devsecops → DevSecOps',
      'Debsecops → DevSecOps',
    ],
    ['DepOps and DecSecOps', 'DepOps → DevOps', 'DecSecOps → DevSecOps'],
    ['Sagemaker, Langgraph, Deepseek', 'Sagemaker → SageMaker', 'Langgraph → LangGraph', 'Deepseek → DeepSeek'],
    ['an Agent Core runtime', 'Agent Core → AgentCore'],
    ['QuickSuite', 'QuickSuite → Quick Suite'],
    ['CloundFront and CodePineline', 'CloundFront → CloudFront', 'CodePineline → CodePipeline'],
    ['Lợi ích của GENAI trong', 'GENAI → GenAI'],
    ['GenAl and OpenAl', 'GenAl → GenAI', 'OpenAl → OpenAI'],
    ['Amazon bedrock, AWS lambda functions', 'bedrock → Bedrock', 'lambda → Lambda'],
    [
      'AmazonEKS and AWSLambda behind an APIGateway',
      'AmazonEKS → Amazon EKS',
      'AWSLambda → AWS Lambda',
      'APIGateway → API Gateway',
    ],
    [
      'Elastic Container Services of Amazon Web Service',
      'Elastic Container Services → Elastic Container Service',
      'Amazon Web Service → Amazon Web Services',
    ],
    [
      'AWS Secret Manager, a Bed Rock model, Terra form',
      'AWS Secret Manager → AWS Secrets Manager',
      'Bed Rock → Bedrock',
      'Terra form → Terraform',
    ],
    ['A talk on devops, aws and an Api', 'devops → DevOps', 'aws → AWS', 'Api → API'],
  ])('%s', (text, ...expected) => {
    expect(found(text)).toEqual(expected)
  })

  test.each([
    'GitHub, GitHubs, Gen AI, GenAI, Fintech and FinTech',
    'docker build, terraform apply, aws-cdk, aws configure, aws --version, github/workflows, npm:openai',
    'an api with its url, and Al Stone',
    'aws lambda invoke, aws eks update-kubeconfig, pip install openai, npm install typescript',
    'No SQL knowledge is required. My SQL skills improved',
    'THE DEVSECOPS LIFECYCLE',
    'a lambda, a bed rock, the secret manager of Google, container services, an aws-lambda image',
    'AmazonS3FullAccess, AWSLambdaBasicExecutionRole, an Amazon document',
    'Elastic container services run what we build',
    'AmazonQ, MyOps, OpenAQ, KiroOps, AgentForge, StackSet, StackSets',
    'a core agent and an agent core',
  ])('%s: nothing', (text) => {
    expect(found(text)).toEqual([])
  })

  test('the glossary is correct, and other spellings are corrected to it', () => {
    expect(found('Devops')).toEqual(['Devops → DevOps'])
    expect(found('Devops', [], ['Devops'])).toEqual([])
    expect(found('AWS lambda, a Bed Rock, AmazonEKS', [], ['lambda', 'Bed Rock', 'AmazonEKS'])).toEqual([])
    expect(found('Kolibrilabs shows devsbx', [], ['KolibriLabs'])).toEqual(['Kolibrilabs → KolibriLabs'])
  })
})

describe('Vietnamese', () => {
  test.each([
    ['Chia sẽ về dự án', 'Chia sẽ → Chia sẻ'],
    ['kiến thức chit tiết', 'chit tiết → chi tiết'],
    ['đi tham quang về', 'tham quang → tham quan'],
    ['bị lổi bật', 'lổi bật → nổi bật'],
    ['Xao chép', 'Xao chép → Sao chép'],
    ['Triễn khai', 'Triễn → Triển'],
    ['TRIỄN KHAI', 'TRIỄN → TRIỂN'],
    ['từng gian đoạn', 'gian đoạn → giai đoạn?'],
    ['có mô hinh riêng', 'mô hinh → mô hình'],
    ['Mặt dù hoạt đông tốt', 'Mặt dù → Mặc dù', 'hoạt đông → hoạt động'],
    ['Em muốn bổ xung và cấu hinh lại', 'bổ xung → bổ sung', 'cấu hinh → cấu hình'],
    ['Chung kết 3 ĐộiMạnh nhất', 'ĐộiMạnh → Đội Mạnh'],
    ['các trang thái của đơn hàng', 'trang thái → trạng thái'],
    ['Kiến thưc súc tích', 'Kiến thưc → Kiến thức'],
    ['Chia sẽ'.normalize('NFD'), `${'Chia sẽ'.normalize('NFD')} → Chia sẻ`],
  ])('%s', (text, ...expected) => {
    expect(found(text)).toEqual(expected)
  })

  test.each([
    'phân chia sẽ được làm sau, chia, sẽ',
    'lịch sử lý thuyết, thành công xuất sắc, cũng cố gắng',
    'Cả nhóm có mặt dù trời mưa, truy cập nhập liệu, tiếp xúc tích cực',
    'Trien khai he thong, nhanh va trong suot, khong truong tranh',
  ])('%s: nothing', (text) => {
    expect(found(text)).toEqual([])
  })
})

test.each([
  ['Mọi quá trính xử lý', 'trính → trình'],
  ['Một chỉ điịnh rõ ràng', 'điịnh → định'],
  ['Kcíh thước và Hỗ trỡ', 'Kcíh → Kích', 'trỡ → trợ'],
  ['Nội dung tạou nên bài', 'tạou → tạo?'],
  ['Ghi giátrị của kýhiệu, Phạmvi', 'giátrị → giá trị', 'kýhiệu → ký hiệu', 'Phạmvi → Phạm vi'],
  ['Muc tiêu và tac động, phat huy, đặt cau hỏi', 'Muc tiêu → Mục tiêu', 'tac động → tác động', 'cau hỏi → câu hỏi'],
  [
    'Ký hiêu của hê thống, đanh dấu chế dộ',
    'Ký hiêu → Ký hiệu',
    'hê thống → hệ thống',
    'đanh dấu → đánh dấu',
    'chế dộ → chế độ',
  ],
  ['Giới Thiêu và Phat Triển', 'Giới Thiêu → Giới Thiệu', 'Phat Triển → Phát Triển'],
  ['Bành Cẩm Tạou dùng ĐChỉ và MKHẨU, 5 đng, ôtô và vectơ'],
])('an invalid syllable is corrected by the word that it forms with its neighbour: %s', (text, ...expected) => {
  expect(found(text)).toEqual(expected)
})

test.each([
  'Khi chat vấn đề này, host động cơ',
  'Phat trien he thong, muc tieu',
  'Can thiệp, lan truyền, tham gia, thay đổi',
  'Tráo đổi, phiền dịch giả, bạo hành, dao động, độ phân giải phông chữ',
])('%s: no compound lacks its diacritics', (text) => {
  expect(found(text)).toEqual([])
})

test('an unaccented word joins a Vietnamese compound only in a Vietnamese text', () => {
  const text = 'Chúng tôi bổ xung nôị dung'
  const of = (language: Language) =>
    [...misspellings(text, [[0, text.length]], context(language))].map(
      ({ word, suggestion }) => `${word} → ${suggestion}`,
    )
  expect(of('vi')).toContain('bổ xung → bổ sung')
  expect([...misspellings('bổ xung', [[0, 7]], context('en'))]).toEqual([])
})

test('emphasis does not separate words', () => {
  const text = '**Comm**unit'
  expect([
    ...misspellings(
      text,
      [
        [2, 6],
        [8, 12],
      ],
      context('en'),
    ),
  ]).toEqual([])
})

test.each([
  ['one endless word', 'a'.repeat(200_000)],
  ['endless paths', 'a/b-c'.repeat(40_000)],
  ['thousands of words', 'Qzt recieve '.repeat(10_000)],
])('%s is read in time', (_, text) => {
  const count = [...misspellings(text, [[0, text.length]], context('en'))].length
  expect(count).toBe(text.split('recieve').length - 1)
})

test.each([
  'Dịch vụ có hiệu năng xuất sắc',
  'Buổi sinh hoạt đông đảo, một nhãn hiệu xuất khẩu',
  'Nhóm cam kết họp hằng tuần và tranh cãi tiến trình',
  'Có kinh nghiệm túc trực cùng những người bạn thân thiết kể lại',
  'Truyện trinh thám khảo sát một cơ sở hưu trí',
  'Tin cảnh báo bão đảm bảo chuẩn xác xuất ra hằng giờ',
  'Một xe đap cũ, một chữ phât',
  'Khách từ U-cợ-rai-na và bạn Trần Xự',
  'Ký hiệu xuất ra, dấu hiệu suất ăn, anh Toàn, tỉnh Quảng Trị, Hoàng Thành',
  'Gian hàng thời trang thái độ niềm nở, nhiều cảm xúc tích cực',
  'Cải tiến công nghệ nghiệp vụ là điều kiên trì mới có',
  'Vấn đề suất ăn, mỗi hồ sơ lượt nộp một lần, thành lập trinh sát',
])('adjacent words that form no compound are correct: %s', (text) => {
  expect(found(text)).toEqual([])
})
