package dev.afterflow.claims;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/** The number under which a carrier knows a claim: always the same for one parcel, fault and turn, never random. */
final class ClaimNumber {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int DIGITS = 25;
    private static final Pattern WRITTEN = Pattern.compile("(?<![A-Z0-9])C[A-Z2-7]{25}(?![A-Z2-7])");

    private ClaimNumber() {
    }

    static String of(String shop, String carrier, String waybill, Fault fault, int turn) {
        StringBuilder name = new StringBuilder();
        for (String word : new String[] {shop, carrier, waybill, fault.name(), String.valueOf(turn)}) {
            name.append(word.length()).append(':').append(word).append('|');
        }
        return "C" + digits(name.toString());
    }

    /** The number of the nth filing of a claim: the first goes out under the claim's own, an appeal or a supplement under one of its own. */
    static String filing(String claimNo, int n) {
        return n == 1 ? claimNo : claimNo + "-" + n;
    }

    /** The claim's number somebody wrote among other words, or null. */
    static String in(String words) {
        Matcher found = WRITTEN.matcher(words == null ? "" : words);
        return found.find() ? found.group() : null;
    }

    private static String digits(String name) {
        byte[] hash = DigestUtils.sha256(name);
        StringBuilder digits = new StringBuilder(DIGITS);
        for (int digit = 0; digit < DIGITS; digit++) {
            int bit = digit * 5;
            int window = (hash[bit / 8] & 0xff) << 8 | (hash[bit / 8 + 1] & 0xff);
            digits.append(BASE32.charAt(window >> (11 - bit % 8) & 31));
        }
        return digits.toString();
    }
}
