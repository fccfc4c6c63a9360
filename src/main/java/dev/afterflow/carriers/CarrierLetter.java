package dev.afterflow.carriers;

import dev.afterflow.money.Money;
import java.math.BigDecimal;
import java.util.List;

/** A request in words a carrier's clerk can work with: what a mail says and what a person pastes into a portal. */
final class CarrierLetter {

    private CarrierLetter() {
    }

    static String subject(JdbcCarrierRequests.Row request) {
        String what = switch (request.kind()) {
            case CHASE -> "催件";
            case INTERCEPT -> "拦截退回";
            case CLAIM -> "理赔申请";
            case APPEAL -> "理赔申诉";
            case WITHDRAW -> "撤回理赔";
        };
        return what + "：运单 " + request.waybill() + "（编号 " + request.number() + "）";
    }

    static String text(JdbcCarrierRequests.Row request, List<Papers.Paper> papers) {
        StringBuilder text = new StringBuilder("您好：\n\n运单号：").append(request.waybill()).append("\n我方编号：").append(request.number()).append("（回复时请注明）\n");
        Money amount = request.amount();
        if (amount != null) {
            text.append("申请金额：").append(BigDecimal.valueOf(amount.minor(), 2).toPlainString()).append(' ').append(amount.currency()).append('\n');
        }
        text.append("\n").append(request.words()).append("\n");
        if (!papers.isEmpty()) {
            text.append("\n附件：\n");
            papers.forEach(paper -> text.append("- ").append(paper.name()).append("（SHA-256 ").append(paper.sha256()).append("）\n"));
        }
        return text.toString();
    }
}
