package dev.afterflow.notifications;

/** What no message to a buyer may do, with its reason in both languages and its source; {@link #HOUSE} is an owner's own rule. */
public enum RedLine {

    G1("不得以退款、补偿、红包、优惠券、赠品等换取好评或修改、删除评价", "No refund, coupon, gift or money may depend on a review being good, changed or removed",
        "反不正当竞争法(2025) 9、25；网络反不正当竞争暂行规定 9(5)；FTC 16 CFR 465.4"),
    G2("不得好评返现，也不得用卡片或二维码引导返现", "No cash-back for good reviews, on cards and QR codes neither", "网络反不正当竞争暂行规定 9(5)；反不正当竞争法(2025) 9"),
    G3("不得只请满意的买家评价，也不得把不满的买家引到私下渠道以避免公开评价",
        "Reviews may not be asked of happy buyers only, nor unhappy buyers be led to a private channel to avoid a public review", "Amazon customer review policy"),
    G4("不得反复、在休息时间或在买家拒绝后就评价联系买家", "No repeated contact about a review, none at night, none after the buyer refused", "民法典 1033(1)；淘宝“骚扰他人”规则"),
    G5("不得威胁、辱骂买家或泄露买家的个人信息", "No threats or insults, no disclosure of a buyer's personal data", "民法典 1024、1034；淘宝“骚扰他人”规则"),
    G6("不得委托他人联系买家处理差评或付费删评", "No outsourced handling of bad reviews, no paid removal", "淘宝“骚扰他人”规则；民法典 1033"),
    G7("不得删除或隐藏消费者的评价", "Consumers' reviews may not be deleted or hidden", "电子商务法 39"),
    G8("不得刷单、虚构交易或编造评价", "No fake orders and no fake reviews", "电子商务法 17；反不正当竞争法(2025) 9、12、13；网络消费司法解释(一) 9"),
    G9("不得恶意退货、虚假投诉他人店铺", "No returns or complaints made up against a competitor's shop", "反不正当竞争法(2025) 13(4)"),
    G10("不得因拆封查验拒绝七天无理由退货，不得擅自扩大不退范围或收取手续费",
        "A no-reason return may not be refused because the parcel was opened, for an unconfirmed category, or against a fee", "消法 25；处罚办法 9；网络消费司法解释(一) 3"),
    G11("退换货不得拖延超过 15 天，收到退货后应在 7 天内退款", "No delay beyond 15 days; the refund is due within 7 days of receiving the goods", "消法 25；处罚办法 8、9"),
    G12("质量问题、发错或少发的运费不得由买家承担", "The buyer does not pay freight for defective, wrong or missing goods", "消法 24(2)"),
    G13("不得使用“签收即认可”“最终解释权”“售出不退”等无效条款", "No void terms such as signing means accepting, final interpretation, or no returns", "消法 26；网络消费司法解释(一) 1"),
    G14("不得要求买家只找厂家，也不得因赠品推卸责任", "The buyer may not be sent to the producer only, nor be refused because of a gift", "产品质量法 40；网络消费司法解释(一) 8"),
    G15("未经同意不得发送营销信息或转交个人信息，不得因拒绝营销而拒绝服务",
        "No marketing and no sharing of data without consent; service does not depend on it", "个人信息保护法 13、16、23；消法 29"),
    G16("不得只由系统自动拒绝消费者而没有人工复核", "No purely automatic refusal without a way to a person", "个人信息保护法 24"),
    G17("不得以放弃投诉、举报、调解或诉讼作为处理条件", "A remedy may not depend on giving up complaint, report, mediation or suit", "网络消费司法解释(一) 1(4)；处罚办法 12(3)"),
    G18("不得在夜间或买家退订后自动联系求评价", "No automatic contact about reviews at night or after unsubscribing", "民法典 1033(1)"),
    G19("不得要求买家修改、删除评价，也不得使用此类话术", "A buyer may not be asked to change or remove a review", "反不正当竞争法(2025) 9；Amazon customer review policy"),
    G20("不得以起诉或警告压制真实评价", "No suing or threat of suing over an honest opinion", "北京互联网法院 2019-09-11；FTC 16 CFR 465.7"),
    HOUSE("店铺自定规则不允许", "A rule of the house does not allow it", "message-guard");

    private final String zh;
    private final String en;
    private final String source;

    RedLine(String zh, String en, String source) {
        this.zh = zh;
        this.en = en;
        this.source = source;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    public String source() {
        return source;
    }
}
