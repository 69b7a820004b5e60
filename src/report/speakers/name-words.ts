/* The words that tell names of people from other words. All are in lower case. */

/** The surnames of about nineteen in twenty Vietnamese, without diacritics. */
export const SURNAMES = words(`
  nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong doan lam trinh luong mai to cao chau
  danh banh bach van ta ton tang thai quach phung luu du vuong kieu ha lu la khuc khong nghiem dao
`)

/** Words of roles, firms, topics and labels: a name has none of them. */
export const NOT_A_NAME = words(`
  about academic account activity additional additionally advanced advocate advocates agency agenda agent agentic agents
  ai all alumni amazon ambassador ambassadors analyst analytics and app application applications april architect
  architects architecture are as asean asia asian assistant associate at audience august automation award awards azure
  back backend bank banking bedrock being best better beyond big board bootcamp build builder builders building business
  by cambodia campus captain captains career careers case ceo certification certified chair chairman challenge chief
  city closing cloud club clubs coach cofounder college combining commercial committee community company competition
  completing compliance computing conclusion conference connect connecting consultant consultants container containers
  content context contribution coordinator coordinators core corporate council country course creating cto culture
  customer cyber data database date day days december deep defense delivery demo deploy deployment deputy design
  detailed detection developer developers development devops digital director directors discussion docker driven duration
  edge education effective enablement engineer engineering engineers enterprise environment ethics event events executive
  experience expert expertise experts facilitator facilitators factory faculty featured february final finance first
  fintech for foundation founder founders free fresher freshers friday friendly from frontend full fundamentals future
  game gen genai general generative global goal goals google governance government graph group groups growth guest guests
  guide hackathon hands head headquarters health high highlights history hosted host hosts how hr identity impact
  implementing improving incident industry information infrastructure innovation insights inspiration instructor
  instructors integration intelligent intern internship intro introduction is it its january job jobs journey july june
  junior key keynote knowledge kubernetes lab labs laboratory laos law lead leader leaders leadership learn learned
  learning lecturer lecturers lesson lessons level life live location machine main management manager managers managing
  march market marketing may meeting meetup member members mentor mentors methods microservices microsoft migration
  mindset minister model modern modernization modernizing moderator module monday monitoring myanmar name names national
  network networking new next november objective objectives observability october of office officer online open opening
  operations operator opportunity optimization organization organizer organizers organizing our outstanding overview owner
  pacific panel panelist panelists parallel part participant participants partner partners performance phase pillar pillars
  pipeline plan platform policy position practical practice practices presentation presenter presenters president principal
  product professional professionals professor program programme programs project projects prompt protection prototyping
  public purpose question questions quick real recap relations representative representatives research researcher
  response result results review risk road roadmap role roles room round sales scalable scale school science scientist
  secure securing security self senior september serverless service services session sessions setup share shared sharing
  skill skills software solution solutions speaker speakers special specialist specialists sponsor sponsors sr staff stage
  startup storage story strategy student students studio study success summary summit sunday support system systems
  talk talks team teams teamwork tech technical technologies technology their this thursday time title today tool
  tools topic topics track tracks trainee trainer trainers training transformation trip tuesday union university update
  use user using value venue vice video vietnam vision voice web wednesday week welcome what when where who why winner with
  work workflow workflows working workload workshop workshops world year your youth zone
  hanoi saigon singapore thailand
  các những nhóm đội họ cùng và với từ của về là được một buổi phiên phần tại
`)

/** Words that begin topics but not names, although they are syllables inside names (`Nguyen The Vinh`, `Le Van An`). */
export const NOT_A_FIRST_WORD = words('a an the to in on')

/** Beginnings of Vietnamese labels and roles whose single words occur in names. */
export const NOT_A_VIETNAMESE_NAME = phrases(`
  diễn giả, chuyên gia, khách mời, ban tổ, tổ chức, điều phối, giảng viên, chủ đề, nội dung, thời gian, địa điểm, đại diện,
  kỹ sư, kiến trúc, giám đốc, tổng giám, trưởng phòng, trưởng ban, trưởng bộ, phó chủ, phó giám, phó tổng,
  phó phòng, chủ tịch, bảo mật, sự kiện, công ty, sinh viên, học viên, thành viên, tham gia, chia sẻ, trình bày,
  thông tin, danh sách, cộng đồng, công nghệ, đồng sáng, thứ trưởng, đại học, đại sứ, việt nam, viet nam, hà nội, ha noi,
  đà nẵng, da nang, hồ chí minh, ho chi minh, xây dựng, ứng dụng, phát triển, kinh nghiệm, trải nghiệm, hệ thống, bài học, ví dụ,
  kết luận, tổng quan, giới thiệu, mở đầu, lưu ý, ghi chú, chức vụ, vai trò, đơn vị, thực hành, lý thuyết
`)

/** Words that begin such a label together with any other word. */
export const BEGINS_A_LABEL = words('người mục nhà bộ quản')

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

function phrases(text: string): ReadonlySet<string> {
  return new Set(text.split(',').map((phrase) => phrase.trim()))
}
