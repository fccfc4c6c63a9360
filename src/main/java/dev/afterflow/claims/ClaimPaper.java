package dev.afterflow.claims;

import dev.afterflow.carriers.Carriers;
import dev.afterflow.claims.ClaimView.Sheet;
import dev.afterflow.money.Money;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A claim as a person reads it on a form: what it is, its money, what the carrier said. */
@Component
class ClaimPaper {

    private final JdbcFilings filings;
    private final Manifest manifest;
    private final ClaimWords words;

    ClaimPaper(JdbcFilings filings, Manifest manifest, ClaimWords words) {
        this.filings = filings;
        this.manifest = manifest;
        this.words = words;
    }

    Map<String, Object> of(ClaimView claim) {
        boolean chinese = Vocabulary.chinese();
        Map<String, Object> form = new HashMap<>();
        form.put("claimNo", claim.claimNo());
        form.put("what", Carriers.named(claim.carrier(), chinese) + " " + claim.waybill() + (chinese ? "，" : ", ") + claim.fault().words(chinese));
        form.put("amounts", amounts(claim.money(), chinese));
        if (claim.basis() != null) {
            form.put("ground", claim.basis().words(chinese));
        }
        form.put("said", filings.answers(claim.claimNo()).stream().map(answer -> words.day(claim, answer.at()) + " " + verdict(answer, chinese)
                + (answer.amount() == null ? "" : " " + ClaimLog.money(answer.amount(), chinese)) + (answer.words().isBlank() ? "" : " " + answer.words()))
                .collect(Collectors.joining("\n")));
        form.put("papers", manifest.of(claim.claimNo()).stream().map(paper -> paper.name() + "  " + paper.sha256().substring(0, 12))
                .collect(Collectors.joining("\n")));
        return form;
    }

    private static String amounts(Sheet sheet, boolean chinese) {
        return (chinese ? "损失 " : "loss ") + money(sheet.loss(), chinese) + (chinese ? "，请求 " : ", claimed ") + money(sheet.claimed(), chinese)
                + (chinese ? "，已同意 " : ", agreed ") + money(sheet.agreed(), chinese) + (chinese ? "，已到账 " : ", received ") + money(sheet.received(), chinese);
    }

    private static String money(Money money, boolean chinese) {
        return money == null ? "-" : ClaimLog.money(money, chinese);
    }

    static String verdict(JdbcFilings.Answer answer, boolean chinese) {
        return switch (answer.verdict()) {
            case "RECEIVED" -> chinese ? "已受理" : "taken in";
            case "AGREED" -> chinese ? "同意赔付" : "agreed";
            case "PART" -> chinese ? "部分同意" : "agreed to a part";
            case "DENIED" -> chinese ? "拒绝" : "refused";
            case "ASKS_MORE" -> chinese ? "要求补充证据" : "asked for more evidence";
            default -> chinese ? "无法受理" : "could not take it";
        };
    }
}
