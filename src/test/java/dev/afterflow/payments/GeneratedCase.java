package dev.afterflow.payments;

import dev.afterflow.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One case drawn from a seed: an order paid in one to three ways, each way with its fate, and one or two decisions about it. */
record GeneratedCase(String number, List<Way> ways, List<Long> amounts, boolean told) {

    private static final List<String> CURRENCIES = List.of("CNY", "CNY", "CNY", "CNY", "USD", "JPY", "KWD");
    private static final List<List<String>> PAYING = List.of(List.of(), List.of(), List.of(), List.of("FAIL_BEFORE"), List.of("FAIL_AFTER"),
        List.of("LOSE_REPLY"), List.of("GARBLE"), List.of("LATE"), List.of("PROCESSING"), List.of("FAIL_BEFORE", "LOSE_REPLY"));
    private static final List<List<String>> DYING = List.of(List.of("REFUSE"), List.of("CLOSE"));

    /** A payment, what its provider does with refunds from it, and whether that ends in money moved. */
    record Way(PaidPart payment, List<String> faults, boolean pays) {

        boolean through(String provider) {
            return payment.provider().equals(provider);
        }
    }

    static GeneratedCase drawn(String run, int n, Random chance) {
        String number = run + "-" + n;
        String currency = CURRENCIES.get(chance.nextInt(CURRENCIES.size()));
        List<Way> ways = new ArrayList<>();
        long paid = 0;
        for (int way = 0; way <= Math.max(0, chance.nextInt(6) - 3); way++) {
            Money captured = new Money(1 + chance.nextInt(200_000), currency);
            ways.add(way(new PaidPart(provider(currency, chance), "PAY-" + number + "-" + way, captured), chance));
            paid += captured.minor();
        }
        long first = 1 + (long) (chance.nextDouble() * paid);
        List<Long> amounts = chance.nextInt(10) < 3 ? List.of(first, 1 + (long) (chance.nextDouble() * paid)) : List.of(first);
        return new GeneratedCase(number, List.copyOf(ways), amounts, chance.nextInt(4) == 0);
    }

    private static String provider(String currency, Random chance) {
        int drawn = chance.nextInt(100);
        if (drawn < 3) {
            return "cash";
        }
        return currency.equals("CNY") && drawn < 55 ? "alipay" : "sandbox";
    }

    private static Way way(PaidPart payment, Random chance) {
        boolean byHand = payment.provider().equals("cash");
        if (!byHand && chance.nextInt(100) < 6) {
            return new Way(payment, DYING.get(chance.nextInt(DYING.size())), false);
        }
        if (payment.provider().equals("alipay") && chance.nextInt(100) < 4) {
            return new Way(payment, List.of("ABNORMAL"), true);
        }
        return new Way(payment, byHand ? List.of() : PAYING.get(chance.nextInt(PAYING.size())), !byHand);
    }

    List<PaidPart> payments() {
        return ways.stream().map(Way::payment).toList();
    }

    Money amount(int seq) {
        return new Money(amounts.get(seq - 1), ways.get(0).payment().captured().currency());
    }
}
