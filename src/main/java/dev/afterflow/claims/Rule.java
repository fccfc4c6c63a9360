package dev.afterflow.claims;

import dev.afterflow.claims.ClaimView.Sheet;
import dev.afterflow.money.Money;

/** How a rule of {@code carrier-claim-amount} becomes money; never more than what was lost. */
enum Rule {
    UP_TO_DECLARED, PROPORTION, MULTIPLE, CAP, POSTAGE, LOSS, FREIGHT, NOTHING;

    /** 邮政法 47: at most three times the postage of registered mail that was not insured. [A][L-POST] */
    private static final long POSTAGE_TIMES = 3;

    Money of(Sheet sheet, Contract contract) {
        Money loss = sheet.loss();
        return switch (this) {
            case UP_TO_DECLARED -> loss.min(sheet.declared());
            case PROPORTION -> new Money(Math.multiplyExact(loss.minor(), sheet.declared().minor()) / sheet.value().minor(), loss.currency());
            case MULTIPLE -> capped(loss.min(sheet.freight().times(contract.multiple())), contract);
            case CAP -> capped(loss, contract);
            case POSTAGE -> loss.min(sheet.freight().times(POSTAGE_TIMES));
            case LOSS -> loss;
            case FREIGHT -> sheet.freight() == null ? Money.zero(loss.currency()) : sheet.freight();
            case NOTHING -> Money.zero(loss.currency());
        };
    }

    private static Money capped(Money amount, Contract contract) {
        return contract.cap() == null ? amount : amount.min(new Money(contract.cap(), amount.currency()));
    }
}
