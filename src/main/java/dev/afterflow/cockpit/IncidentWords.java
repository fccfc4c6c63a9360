package dev.afterflow.cockpit;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says in the words of the business what stopped, why, and what it means for the buyer. */
final class IncidentWords {

    /** A sentence in both languages. */
    record Said(String zh, String en) {
    }

    private record Cause(Pattern pattern, Said said) {
    }

    private static final List<Cause> CAUSES = List.of(
            cause("^not taken by", "接收的一方没有处理完", "The part it is for did not finish with it"),
            cause("cannot finish it alone|^ABNORMAL", "渠道自己办不完，要有人联系渠道或线下退款", "The provider cannot finish it alone; somebody has to call it or pay by hand"),
            cause("no adapter for|^NO_PROVIDER", "没有能办这笔款的渠道账户", "No provider's account can move this money"),
            cause("timeout|timed out|超时|SocketTimeout", "对方没有在约定时间内回答", "The other side did not answer in time"),
            cause("Connection refused|ConnectException|UnknownHost|ResourceAccess|I/O error", "连不上对方系统", "The other system cannot be reached"),
            cause("OptimisticLock|deadlock|could not serialize|collision", "两件事同时修改同一工单", "Two things changed the same case at once"),
            cause("DataAccess|SQLException|PSQL|JDBC|ERROR:", "数据库没有接受这次写入", "The database did not take what was written"),
            cause("notFound|NoSuchElement|Nobody decided|missing|not found|查无", "需要的资料不存在或还没有到", "Something it needs does not exist or has not come yet"),
            cause("belongs to two|duplicate|conflict|CONFLICT", "两处资料互相矛盾", "Two sources contradict each other"),
            cause("JsonProcessing|MismatchedInput|Unrecognized|cannot be read|StreamRead|parse", "消息格式读不懂", "The message cannot be read"),
            cause("401|403|signature|Unauthorized|Forbidden", "对方拒绝了我们的身份或签名", "The other side refuses our identity or signature"),
            cause("HttpServerError|5\\d\\d|Bad Gateway|Service Unavailable", "对方系统出错", "The other system has a fault"));
    private static final Said UNKNOWN = new Said("程序没有预料到的错误", "An error nobody had foreseen");

    private static final Map<String, Said> EFFECTS = Map.ofEntries(
            Map.entry("refund", new Said("退款发送", "Sending a refund")), Map.entry("notice", new Said("核实渠道的退款通知", "Checking a provider's notice")),
            Map.entry("chase", new Said("通知财务跟进退款", "Calling finance for a refund")), Map.entry("notify", new Said("通知买家", "Telling a buyer")),
            Map.entry("warehouse", new Said("告知仓库系统", "Telling the warehouse system")), Map.entry("mismatch", new Said("对账差异派单", "Opening a difference in the books")),
            Map.entry("carrier", new Said("请求承运商", "Asking a carrier")), Map.entry("tracking", new Said("订阅或查询物流", "Following or asking after a parcel")),
            Map.entry("tracking-push", new Said("登记物流推送", "Filing a push of a tracking service")), Map.entry("platform", new Said("向平台提交操作", "Writing to a marketplace")),
            Map.entry("platform-hint", new Said("查询平台单据", "Asking a marketplace how a matter stands")), Map.entry("platform-poll", new Said("轮询平台", "Reading a marketplace's changes")),
            Map.entry("platform-letter", new Said("登记平台单据", "Handing a marketplace's word to the letterbox")),
            Map.entry("chargeback", new Said("答复拒付", "Answering a chargeback")), Map.entry("remark-flag", new Said("标记平台订单备注", "Flagging an order's remark at the marketplace")));
    private static final Map<String, Said> LETTERS = Map.ofEntries(
            Map.entry("orders", new Said("收取订单", "Taking in orders")), Map.entry("requests", new Said("收取买家申请", "Taking in buyers' requests")),
            Map.entry("messages", new Said("收取买家消息", "Taking in messages")), Map.entry("tracking", new Said("收取物流轨迹", "Taking in tracking")),
            Map.entry("receipts", new Said("收取仓库签收", "Taking in warehouse receipts")), Map.entry("parcels", new Said("收取包裹", "Taking in parcels")),
            Map.entry("disputes", new Said("收取平台纠纷", "Taking in disputes")), Map.entry("statements", new Said("收取对账单", "Taking in statements")),
            Map.entry("answers", new Said("收取承运商答复", "Taking in carriers' answers")), Map.entry("stock", new Said("收取库存", "Taking in stock")),
            Map.entry("reviews", new Said("收取评价", "Taking in reviews")));
    private static final Map<String, Said> ALARMS = Map.of(
            "CONFLICT", new Said("退款：渠道与账本说法不一", "Refund: provider and books disagree"),
            "MANY_SENDS", new Said("退款：多次发送没有结果", "Refund: sent many times without an outcome"),
            "ABNORMAL", new Said("退款：渠道需要人工处理", "Refund: the provider needs a person"),
            "NO_PROVIDER", new Said("退款：没有可用渠道", "Refund: no provider to send it"),
            "TOO_OLD", new Said("退款：已超过可重发期限", "Refund: too old to be sent again"),
            "HELD", new Said("退款：渠道等我方充值或解冻", "Refund: the provider waits for our side"));

    private IncidentWords() {
    }

    /** What stopped. */
    static Said what(JdbcIncidents.Group group) {
        return switch (group.source()) {
            case "STEP" -> new Said(named(group.stepZh(), group.place()), named(group.stepEn(), group.place()));
            case "LETTER" -> LETTERS.getOrDefault(group.place(), new Said("收取消息：" + group.place(), "Taking in " + group.place()));
            case "EFFECT" -> EFFECTS.getOrDefault(group.place(), new Said("对外发送：" + group.place(), "Sending " + group.place()));
            case "ALARM" -> ALARMS.getOrDefault(group.place(), new Said("退款需要人看：" + group.place(), "A refund needs a person: " + group.place()));
            default -> new Said("系统内部传递：" + group.place(), "Passing on inside: " + group.place());
        };
    }

    static Said cause(String told) {
        return CAUSES.stream().filter(cause -> cause.pattern().matcher(told).find()).findFirst().map(Cause::said).orElse(UNKNOWN);
    }

    /** What the buyer feels of it. */
    static Said means(JdbcIncidents.Group group) {
        if (group.money()) {
            return new Said("买家的退款还没有确认到账；编号不变，不会重复付款。", "The buyer's refund is not confirmed yet; its number stays, so it is never paid twice.");
        }
        return switch (group.source()) {
            case "STEP" -> group.stopped()
                    ? new Said("这些工单停在这一步不再往下走，买家在等。", "These cases stand still at this step; the buyers wait.")
                    : new Said("系统还在自动重试，暂时不影响买家。", "It is still tried again by itself; buyers feel nothing yet.");
            case "LETTER" -> switch (group.place()) {
                case "requests", "disputes", "messages" -> new Said("买家说了话，我们还没有立案或回应。", "The buyer has spoken and we have not taken it up.");
                case "orders", "products", "stock" -> new Said("缺少这些资料，相关申请会等待或由人工判断。", "Without these, requests wait or are judged by a person.");
                default -> new Said("这一步的进展还没有记到工单上。", "What happened is not yet on the case.");
            };
            case "EFFECT" -> group.place().equals("notify")
                    ? new Said("买家还没有收到这条通知。", "The buyer has not been told yet.")
                    : new Said("外部还不知道我们的决定；系统仍会继续尝试。", "The outside does not know our decision yet; it is still being tried.");
            default -> new Said("工单可能少走一步；重新传递不会重复执行。", "A case may miss a step; passing it on again does nothing twice.");
        };
    }

    private static String named(String name, String otherwise) {
        return name == null || name.isBlank() ? otherwise : name;
    }

    private static Cause cause(String pattern, String zh, String en) {
        return new Cause(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), new Said(zh, en));
    }
}
