package dev.afterflow.remedies;

import dev.afterflow.money.Money;
import dev.afterflow.remedies.Liability.Payer;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a remedy costs the seller and brings the buyer, counted from the order: what was paid for the goods, the freights by who
 * bears them, what replacing costs and what goods that come back are still worth.
 */
@Component
class Pricing {

    private static final Set<String> FAULTS = Set.of("QUALITY", "NOT_AS_DESCRIBED", "DAMAGED", "WRONG_ITEM", "SHORT", "COUNTERFEIT");
    /** What comes back in these is as good as new. */
    private static final Set<String> SOUND = Set.of("NO_REASON", "BUYER_CANCEL", "AFTERSALE_LATE", "WRONG_ITEM", "NOT_AS_DESCRIBED", "EXCHANGE",
            "NOT_RECEIVED", "OTHER", "SERVICE");
    private static final int PERCENT = 100;

    private final Standards standards;

    Pricing(Standards standards) {
        this.standards = standards;
    }

    /** The price of a remedy; least and most only where an amount may be agreed. */
    record Price(Money cost, Money gets, Money least, Money most) {
    }

    static boolean isFault(Liability settled) {
        return FAULTS.contains(settled.reasonType()) && settled.party() != Liability.Party.BUYER;
    }

    /** Empty if there is nothing to give: everything is paid back already, or the standard gives nothing. */
    Optional<Price> of(String remedy, String rule, Circumstances known, Liability settled) {
        return switch (remedy) {
            case "refund" -> refund(rule, known, settled);
            case "returnRefund" -> gets(rule, known, settled).map(gets -> new Price(
                    atLeastNothing(gets.minus(comesBack(known, settled)).plus(wayBack(known, settled))), gets, null, null));
            case "exchange" -> Optional.of(new Price(atLeastNothing(goods(known).minus(comesBack(known, settled)).plus(wayBack(known, settled))
                    .plus(replacement(known, settled))), null, null, null));
            case "reship" -> Optional.of(new Price(goods(known).plus(freight(known)), null, null, null));
            default -> Optional.empty();
        };
    }

    private Optional<Price> refund(String rule, Circumstances known, Liability settled) {
        if (!rule.equals("AGREED") && !rule.equals("STANDARD")) {
            return gets(rule, known, settled).map(gets -> new Price(gets, gets, null, null));
        }
        return standards.of(rule, known, settled).map(range -> {
            Money most = range.most().min(known.left());
            Money least = range.least().min(most);
            Money middle = range.byPerson() ? null : new Money((least.minor() + most.minor()) / 2, most.currency());
            return new Price(middle == null ? most : middle, middle == null || middle.isZero() ? null : middle, least, most);
        }).filter(price -> price.most().isPositive());
    }

    private Optional<Money> gets(String rule, Circumstances known, Liability settled) {
        Money owed = isFault(settled) && rule.equals("FULL") ? known.value().plus(known.freightPaid()) : known.value();
        Money gets = owed.min(known.left());
        if (!gets.isPositive()) {
            return Optional.empty();
        }
        return Optional.of(rule.equals("PROMISED") ? standards.promised(known, settled).map(gets::plus).orElse(gets) : gets);
    }

    /** What the goods in question cost the shop. */
    private static Money goods(Circumstances known) {
        return percent(known.value(), known.terms().goodsPercent());
    }

    private static Money comesBack(Circumstances known, Liability settled) {
        return SOUND.contains(settled.reasonType()) ? goods(known) : percent(goods(known), known.terms().resalePercent());
    }

    private static Money wayBack(Circumstances known, Liability settled) {
        return borne(settled.freight() == null ? Payer.SELLER : settled.freight().wayBack(), known);
    }

    private static Money replacement(Circumstances known, Liability settled) {
        return borne(settled.freight() == null ? Payer.SELLER : settled.freight().replacement(), known);
    }

    private static Money borne(Payer payer, Circumstances known) {
        return payer == Payer.SELLER ? freight(known) : Money.zero(known.order().currency());
    }

    private static Money freight(Circumstances known) {
        return new Money(known.terms().freight(), known.order().currency());
    }

    private static Money percent(Money of, int percent) {
        return new Money(Math.multiplyExact(of.minor(), percent) / PERCENT, of.currency());
    }

    private static Money atLeastNothing(Money cost) {
        return cost.minor() < 0 ? Money.zero(cost.currency()) : cost;
    }
}
