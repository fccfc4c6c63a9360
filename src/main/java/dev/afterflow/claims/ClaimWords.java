package dev.afterflow.claims;

import dev.afterflow.claims.JdbcFilings.Kind;
import dev.afterflow.money.Money;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** What a carrier and the postal authority read of a claim: facts and amounts, nothing of who bought it. */
@Component
class ClaimWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Shops shops;
    private final Contracts contracts;

    ClaimWords(Shops shops, Contracts contracts) {
        this.shops = shops;
        this.contracts = contracts;
    }

    static String of(Kind kind, boolean chinese) {
        return switch (kind) {
            case CLAIM -> chinese ? "提交理赔" : "Claim filed";
            case APPEAL -> chinese ? "提交申诉" : "Appeal filed";
            case SUPPLEMENT -> chinese ? "补充证据" : "More evidence filed";
        };
    }

    /** In the shop's language; the claim's number stands in it so that people and statements can match it. */
    String of(ClaimView claim, Kind kind) {
        boolean chinese = chinese(claim);
        String what = facts(claim, chinese);
        return switch (kind) {
            case CLAIM -> what + (chinese ? "\n请按约定赔付，并在付款时注明理赔号。证据见附件。" : "\nPlease pay as agreed and name the claim number with the payment. Evidence is attached.");
            case APPEAL -> (chinese ? "对理赔 " + claim.claimNo() + " 的处理结果不认可，申请复核。\n" : "We do not accept the outcome of claim " + claim.claimNo() + " and ask for a review.\n") + what + rest(claim, chinese) + brand(claim, chinese);
            case SUPPLEMENT -> (chinese ? "理赔 " + claim.claimNo() + " 的补充证据见附件。\n" : "More evidence for claim " + claim.claimNo() + " is attached.\n") + what;
        };
    }

    /** What the carrier reads when a claim is taken back. */
    String withdrawn(ClaimView claim) {
        return chinese(claim) ? "运单 " + claim.waybill() + " 已找到，撤回理赔 " + claim.claimNo() + "。如已付款，请告知退回方式。"
                : "Waybill " + claim.waybill() + " was found; we take claim " + claim.claimNo() + " back. If it was paid already, please tell us how to return the money.";
    }

    /** The answer to an appeal is about the rest only. */
    private static String rest(ClaimView claim, boolean chinese) {
        Money agreed = claim.money().agreed();
        if (!agreed.isPositive()) {
            return "";
        }
        Money open = new Money(claim.money().claimed().minor() - agreed.minor(), claim.currency());
        return chinese ? "\n已同意赔付 " + ClaimLog.money(agreed, true) + "，本次申请补足 " + ClaimLog.money(open, true) + "。"
                : "\n" + ClaimLog.money(agreed, false) + " is agreed to already; this asks for the remaining " + ClaimLog.money(open, false) + ".";
    }

    /** A franchisee's refusal is not the last word: the brand owner answers too. [A][L-EXP 19(3)] */
    private String brand(ClaimView claim, boolean chinese) {
        if (contracts.inForce(claim.shop(), claim.carrier(), claim.region()).clause() != Contract.Clause.FRANCHISE) {
            return "";
        }
        return chinese ? "\n依据《快递暂行条例》第十九条第三款，用户可以要求商标、字号或者快递运单所属企业赔偿，请品牌总部处理。"
                : "\nUnder art. 19(3) of the Interim Regulations on Express Delivery the owner of the brand or of the waybill answers as well; please have its head office look at this.";
    }

    /** What is pasted into the complaint at 12305, with what it asks for there: waybill, what the carrier did, facts and demand. [B][L-12305-a] */
    String complaint(ClaimView claim) {
        boolean chinese = chinese(claim);
        ZoneId zone = zone(claim);
        String said = claim.times().answeredAt() == null
                ? (chinese ? "该企业收到投诉后未在 7 日内处理并答复（快递暂行条例第二十八条）。" : "The company did not answer within 7 days (Interim Regulations on Express Delivery, art. 28).")
                : (chinese ? "该企业于 " + at(claim.times().answeredAt(), zone) + " 答复，我方不认可。" : "The company answered on " + at(claim.times().answeredAt(), zone) + "; we do not accept it.");
        String filed = claim.times().filedAt() == null ? "" : (chinese ? "已于 " + at(claim.times().filedAt(), zone) + " 向快递企业提出理赔。" : "The claim was filed with the company on " + at(claim.times().filedAt(), zone) + ". ");
        return facts(claim, chinese) + "\n" + filed + said + (chinese ? "\n诉求：赔偿损失 " : "\nDemand: compensation of ")
                + ClaimLog.money(claim.money().claimed(), chinese);
    }

    private String facts(ClaimView claim, boolean chinese) {
        ZoneId zone = zone(claim);
        String basis = claim.basis() == null ? "" : claim.basis().words(chinese);
        return chinese
                ? "理赔号 " + claim.claimNo() + "，运单 " + claim.waybill() + "，" + claim.fault().words(true) + "，寄出 " + at(claim.times().postedAt(), zone)
                    + "，发现 " + at(claim.times().discoveredAt(), zone) + "，损失 " + ClaimLog.money(claim.money().loss(), true) + "，请求赔付 "
                    + ClaimLog.money(claim.money().claimed(), true) + "。依据：" + basis
                : "Claim " + claim.claimNo() + ", waybill " + claim.waybill() + ", " + claim.fault().words(false) + ", posted " + at(claim.times().postedAt(), zone)
                    + ", discovered " + at(claim.times().discoveredAt(), zone) + ", loss " + ClaimLog.money(claim.money().loss(), false) + ", claimed "
                    + ClaimLog.money(claim.money().claimed(), false) + ". Ground: " + basis;
    }

    private boolean chinese(ClaimView claim) {
        return shop(claim).language().startsWith("zh");
    }

    private ZoneId zone(ClaimView claim) {
        return ZoneId.of(shop(claim).timeZone());
    }

    String day(ClaimView claim, Instant at) {
        return at(at, zone(claim));
    }

    private Shop shop(ClaimView claim) {
        return shops.find(claim.shop()).orElseThrow();
    }

    private static String at(Instant at, ZoneId zone) {
        return at == null ? "-" : DAY.format(at.atZone(zone));
    }
}
