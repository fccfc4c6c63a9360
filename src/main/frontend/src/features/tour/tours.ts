import type { TourName } from '../../app/tourState.ts';

type Words = [title: string, text: string];
/**
 * One stop: the screen, what is pressed on arrival (a selector), and what is pointed at (the first selector that is there).
 * A stop whose screen or anchor is absent is passed over; one without an anchor stands in the middle.
 */
export type Stop = { to: string; press?: string; at?: string[]; zh: Words; en: Words };

const firstRow = '#task-list [role=option]';

const agent: Stop[] = [
  { to: '/desk', zh: ['欢迎，五分钟看完一天的工作', '这里的工单都来自演示店铺的“买家”。您可以边看边试，随时离开，下次从停下的地方继续。'], en: ['Welcome: a working day in five minutes', 'The cases here come from the buyers of the demo shops. Try things as you read; leave at any time and go on later where you stopped.'] },
  { to: '/desk', at: ['.queues'], zh: ['先做哪一单，不用想', '快到期和已超时的自动归在一起，数字随时更新。按 1–5 切换，不必再盯着平台后台刷新。'], en: ['You need not wonder what comes first', 'What is due and what is late gathers by itself, and the counts are always true. Keys 1–5 switch; no more reloading marketplace pages.'] },
  { to: '/desk?view=all', at: ['#task-list'], zh: ['每一单都写着“还剩多久”', '时限按店铺的平台规则和工作时间计算。临近时会提醒，超时会升级给主管，不会悄悄漏掉。'], en: ['Each case says how long is left', 'Deadlines follow the marketplace\'s rules and the shop\'s working hours. You are reminded before, and a supervisor hears of it after; nothing slips by.'] },
  { to: '/desk?view=all', press: firstRow, at: ['.task-form', '.pane'], zh: ['要判断的都在一张表里', '买家要什么、最多退多少、依据哪条规则，已经算好。您只做决定；按 Ctrl+Enter 提交，系统接着退款、通知、结案。'], en: ['What you need to decide is on one form', 'What the buyer wants, the most that may go back and the rule behind it are worked out. You decide; Ctrl+Enter hands it in, and refund, message and closing follow.'] },
  { to: '/desk?view=all', press: firstRow, at: ['.context'], zh: ['不用再开六个窗口', '订单、付款、物流、责任认定、买家以往的售后都在右边，姓名电话已打码。'], en: ['No six windows any more', 'Order, payment, parcel, liability and the buyer\'s history stand on the right, names and numbers masked.'] },
  { to: '/desk?view=all', press: firstRow, at: ['[role=tablist]', '.timeline'], zh: ['谁在什么时候做了什么', '买家、同事、系统、支付渠道的每一步都在时间线上；“流程位置”画出现在走到哪、接下来会怎样。'], en: ['Who did what, and when', 'Every step of buyer, colleagues, system and payment provider stands on the timeline; the picture of the flow shows where the case is and what comes next.'] },
  { to: '/conversations', at: ['.waiting', 'main h1'], zh: ['买家来信有人管', '谁等得最久排在最前。写回复时，违规的话（好评返现、恐吓、泄露隐私）发不出去，并给出可用的说法。'], en: ['Nobody\'s message is forgotten', 'Who waits longest comes first. While you write, what the law or the marketplace forbids cannot be sent, and a lawful wording is offered.'] },
  { to: '/sandbox', at: ['.sandbox-push', '[data-tour=ask]', 'main h1'], zh: ['自己出一道题', '在沙箱里扮演买家：推一笔退款，故意发两遍、丢应答、晚到账，再回工作台看它怎么收场。钱只会退一次。'], en: ['Set a task yourself', 'Play the buyer in the sandbox: push a request, send it twice, lose a reply, pay late, and watch on the desk how it ends. The money goes back once.'] },
];

const owner: Stop[] = [
  { to: '/studio', at: ['.models', '.model', 'main h1'], zh: ['规则由您掌管', '流程、决策表、表单都在这里：正在使用哪个版本、谁在什么时候发布、每个版本上跑着多少工单。'], en: ['The rules are yours', 'Processes, decision tables and forms are here: which version is in force, who released it when, and how many cases run on each.'] },
  { to: '/studio/models/return-exchange.bpmn', at: ['.picture', 'main h1'], zh: ['流程是看得懂的图', '点任何一步，看它做什么、等什么、超时会怎样；图就是系统真正执行的东西，不是另画的说明。'], en: ['The process is a picture you can read', 'Click a step to see what it does, what it waits for and what happens when time runs out. The picture is what runs, not a drawing beside it.'] },
  { to: '/studio/models/freight-payer.dmn', at: ['.decision-table', 'main h1'], zh: ['谁出运费，一行一条依据', '每条规则写着依据的法律或平台条款；工单上能看到是哪一行说了算。'], en: ['Who pays the freight, one reason a row', 'Each rule names the law or platform clause behind it, and a case shows which row decided.'] },
  { to: '/studio', at: ['.page-head', 'main h1'], zh: ['用熟悉的工具改', '可以上传文件，也可以从 Camunda Modeler 直接提交；写错的地方当场用大白话指出来，错的改动上不了线。'], en: ['Edit with the tool you know', 'Upload a file or hand it in from Camunda Modeler. What is wrong is said at once, in plain words, and nothing wrong goes live.'] },
  { to: '/studio/proposals', at: ['.table', '.state', 'main h1'], zh: ['上线有第二双眼睛', '改了什么、影响多少工单列得清清楚楚，由另一位负责人发布，自己不能批自己。'], en: ['A second pair of eyes before it is live', 'What changed and how many cases it touches is listed; another owner releases it, nobody their own.'] },
  { to: '/studio/releases', at: ['.releases', 'main h1'], zh: ['随时退得回去', '每次发布都有记录，可以退回任何一个旧版本；做到一半的工单始终按开始时的规则走完。'], en: ['There is always a way back', 'Every release is on record and any old version can come back; a case half done ends by the rules it began with.'] },
  { to: '/reconciliation', at: ['.recon', 'main h1'], zh: ['规则的代价看得见', '每天渠道账单与我们的账对一遍，差一分钱也会变成一个要有人回答的问题。'], en: ['What rules cost is seen', 'Each day the provider\'s statement is held against our books; a single cent of difference becomes somebody\'s question.'] },
];

const manager: Stop[] = [
  { to: '/cockpit', at: ['.needs', '.cockpit', 'main'], zh: ['现在最需要您的事', '两小时内要超时的、卡住的、等审批的排在最前；点开就是那些单子。'], en: ['What needs you now', 'What will be late within two hours, what is stuck and what waits for approval comes first; a click opens just those cases.'] },
  { to: '/cockpit', at: ['.tiles', '.cockpit'], zh: ['数字都能追问', '在办、违约、退款金额、自动完结率：每个数字旁的问号说明它怎么算，整页可以导出成表格。'], en: ['Every number can be questioned', 'Open cases, broken promises, money back, share closed by itself: the mark beside each says how it is counted, and the page exports as a table.'] },
  { to: '/cockpit/processes', at: ['.picture', '.cockpit'], zh: ['慢在哪一步，图上看', '流程图按停留时间上色：哪一步排队、哪一步超时，一眼看到，还能只看某一个版本。'], en: ['The picture shows where it is slow', 'The diagram is coloured by waiting: where work queues and where promises break is seen at once, for all versions or for one of them.'] },
  { to: '/cockpit/incidents', at: ['.groups', '.cockpit'], zh: ['出错的事成堆处理', '相同原因的故障归为一组，说明影响了谁、上次重试的结果；涉及钱的重试先核对再做。'], en: ['Failures are handled by cause', 'The same cause is one group, with whom it touches and how the last retry went; money is checked before it is tried again.'] },
  { to: '/desk?view=team', at: ['#task-list'], zh: ['审批不离开工作台', '超过客服限额的退款会到这里。同一个人不能又审又批，证据和依据都在旁边。'], en: ['Approvals are on the desk', 'Refunds above an agent\'s limit come here. Nobody approves their own decision, and proof and rule stand beside it.'] },
  { to: '/reconciliation', at: ['.recon', 'main h1'], zh: ['钱对得上', '每天自动取渠道账单逐笔核对；多付、少付、重复付都会有人负责到底。'], en: ['The money agrees', 'Statements are fetched daily and compared line by line; too much, too little and twice each end with a person.'] },
];

const admin: Stop[] = [
  { to: '/admin?tab=people', at: ['.admin-main', 'main'], zh: ['谁能看到什么，一处说清', '人员、角色、团队、店铺在这里；跨店看不到别家的数据，由数据库本身把关。'], en: ['Who may see what, in one place', 'People, roles, teams and shops are here. Nobody sees another shop\'s rows; the database itself keeps that fence.'] },
  { to: '/admin?tab=connections', at: ['.admin-main', 'main'], zh: ['接上您的店铺和渠道', '支付宝、仓库、邮箱的密钥加密保存，可以先试连；机器用的密钥只能做被允许的事。'], en: ['Connect your shops and providers', 'Keys of Alipay, warehouse and mail are sealed and can be tried first; a machine\'s key opens only what it was given.'] },
  { to: '/admin?tab=audit', at: ['.admin-main', 'main'], zh: ['事后查得清', '每次登录、改动、审批都有记录，前后相扣，改不动也删不掉。'], en: ['It can be looked up afterwards', 'Every sign-in, change and approval is on record, chained so that none can be altered or taken out.'] },
  { to: '/imports', at: ['.imports', 'main h1'], zh: ['把历史带进来', '订单和评价可以从表格导入：先预览，再导入，重复导入不会多出一行；坏行单独列出来。'], en: ['Bring your history', 'Orders and reviews come from spreadsheets: preview first, import then, and again without a row too many; bad rows are listed apart.'] },
  { to: '/sandbox', at: ['.weather', 'main h1'], zh: ['上线前先折腾它', '让演示渠道丢应答、乱签名、晚到账，看系统怎么守住“只退一次”。生产模式没有这个页面。'], en: ['Torment it before you rely on it', 'Let the played provider lose replies, sign wrongly and pay late, and see how “once only” holds. Production has no such page.'] },
];

const warehouse: Stop[] = [
  { to: '/receiving', at: ['#scan', 'main h1'], zh: ['扫一下就知道是哪一单', '扫面单即可打开该收的退货：该来什么、来几件、发出时多重。没人认领的包裹也有去处。'], en: ['One scan says which case it is', 'Scan the label and the expected return opens: what should come, how many and how heavy it left. A parcel nobody expects has a place, too.'] },
  { to: '/desk?view=team', at: ['#task-list'], zh: ['清点、验货、拣货排好队', '按时限排好；少件、错货、空包先拍照，责任就说得清。'], en: ['Counting, inspecting and picking in line', 'Sorted by promise. For what is short, wrong or empty take a picture first, and nobody argues later.'] },
  { to: '/receiving', at: ['main h1'], zh: ['您只说看到了什么', '是否完好、退多少由规则和主管判断；您如实记录即可。'], en: ['You say only what you see', 'Whether it counts as intact and what is paid is for the rules and a supervisor; you record what is there.'] },
];

const finance: Stop[] = [
  { to: '/reconciliation', at: ['.recon', 'main h1'], zh: ['每天自动对账', '渠道账单逐笔对到我们的退款；对上的不打扰您，对不上的才来找您。'], en: ['Reconciled every day', 'Each line of the statement is held against our refunds. What agrees leaves you alone; what does not comes to you.'] },
  { to: '/desk?view=team', at: ['#task-list'], zh: ['差异是任务，不是邮件', '多付、重复、未到账各成一单，写明两边的数字和凭证；较大的更正要第二个人确认。'], en: ['A difference is a task, not an e-mail', 'Too much, twice or not arrived: one task each with both figures and their proof; larger corrections need a second person.'] },
  { to: '/sandbox', at: ['[data-tour=money]', 'main h1'], zh: ['试着难倒它', '让渠道多付一笔或重复退款，再到“对账”取账单，看差异怎么冒出来。'], en: ['Try to trip it', 'Let the provider pay too much or twice, fetch the statement on the reconciliation page and watch the difference appear.'] },
];

export const tours: Record<TourName, Stop[]> = { agent, owner, manager, admin, warehouse, finance };
