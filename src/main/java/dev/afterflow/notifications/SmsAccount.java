package dev.afterflow.notifications;

import dev.afterflow.connections.Account;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A shop's account with Alibaba Cloud SMS; its text tells no key. Carriers let through only texts they have approved, so each of our texts
 * that may go by SMS has the code of its approved twin there.
 *
 * @param signature the approved name in brackets before each SMS
 * @param codes by the name of our text, such as {@code refundSettled}
 */
record SmsAccount(String endpoint, String keyId, String secret, String signature, Map<String, String> codes) {

    static SmsAccount of(String endpoint, Account own) {
        Map<String, String> codes = Arrays.stream(own.need("templates").split("[,;\\s]+")).filter(pair -> pair.contains("=")).map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, again) -> first));
        return new SmsAccount(endpoint, own.need("keyId"), own.need("keySecret"), own.need("signature"), codes);
    }

    @Override
    public String toString() {
        return "SMS account " + keyId;
    }
}
