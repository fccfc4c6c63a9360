package dev.afterflow.payments;

import org.apache.commons.codec.digest.DigestUtils;

/** The number under which a provider knows a refund: always the same for one decision and payment, never random. */
final class RefundNumber {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int DIGITS = 25;

    private RefundNumber() {
    }

    static String of(String shop, PaidPart payment, String caseNumber, int seq, int generation) {
        return "R" + digits(named(shop, payment.provider(), payment.paymentId(), caseNumber, String.valueOf(seq)))
            + "g" + generation;
    }

    /** Each word with its length, so that no two lists of words read the same. */
    private static String named(String... words) {
        StringBuilder name = new StringBuilder();
        for (String word : words) {
            name.append(word.length()).append(':').append(word).append('|');
        }
        return name.toString();
    }

    private static String digits(String name) {
        byte[] hash = sha256(name);
        StringBuilder digits = new StringBuilder(DIGITS);
        for (int digit = 0; digit < DIGITS; digit++) {
            int bit = digit * 5;
            int window = (hash[bit / 8] & 0xff) << 8 | (hash[bit / 8 + 1] & 0xff);
            digits.append(BASE32.charAt(window >> (11 - bit % 8) & 31));
        }
        return digits.toString();
    }

    private static byte[] sha256(String name) {
        return DigestUtils.sha256(name);
    }
}
