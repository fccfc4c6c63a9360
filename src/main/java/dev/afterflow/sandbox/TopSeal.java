package dev.afterflow.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The played TOP's signature of a call, as its document has it. */
final class TopSeal {

    private TopSeal() {
    }

    static boolean holds(Map<String, String> words, String secret) {
        String told = words.getOrDefault("sign", "");
        return MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8), of(words, secret).getBytes(StandardCharsets.UTF_8));
    }

    static String of(Map<String, String> words, String secret) {
        String[] names = words.keySet().stream().filter(name -> !name.equals("sign")).toArray(String[]::new);
        Arrays.sort(names);
        StringBuilder line = new StringBuilder();
        for (String name : names) {
            if (!words.get(name).isEmpty()) {
                line.append(name).append(words.get(name));
            }
        }
        try {
            byte[] digest = switch (words.getOrDefault("sign_method", "md5")) {
                case "hmac" -> mac("HmacMD5", secret, line.toString());
                case "hmac-sha256" -> mac("HmacSHA256", secret, line.toString());
                default -> MessageDigest.getInstance("MD5").digest((secret + line + secret).getBytes(StandardCharsets.UTF_8));
            };
            StringBuilder hex = new StringBuilder();
            for (byte each : digest) {
                hex.append("%02X".formatted(each));
            }
            return hex.toString();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] mac(String name, String secret, String line) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), name));
        return mac.doFinal(line.getBytes(StandardCharsets.UTF_8));
    }
}
