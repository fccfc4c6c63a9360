package dev.afterflow.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The played WeChat Pay's signatures as its document has them: requests are signed by the merchant over method, path, time, nonce and body;
 * answers and notices by the platform over time, nonce and body; what a notice says is sealed with AES-256-GCM under the APIv3 key.
 */
final class WechatSeal {

    static final String SCHEME = "WECHATPAY2-SHA256-RSA2048";
    private static final Pattern PAIR = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final int TAG_BITS = 128;

    private final String merchant;
    private final String serial;
    private final PublicKey merchantKey;
    private final String keyId;
    private final PrivateKey own;
    private final SecretKeySpec apiKey;

    /** Keys in base64: X.509 of the merchant, PKCS#8 of the platform; the APIv3 key as its 32 letters. */
    WechatSeal(String merchant, String serial, String merchantKey, String keyId, String own, String apiKey) {
        try {
            KeyFactory keys = KeyFactory.getInstance("RSA");
            this.merchantKey = keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(merchantKey)));
            this.own = keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(own)));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The played WeChat Pay's keys cannot be read", unusable);
        }
        this.merchant = merchant;
        this.serial = serial;
        this.keyId = keyId;
        this.apiKey = new SecretKeySpec(apiKey.getBytes(StandardCharsets.UTF_8), "AES");
    }

    String keyId() {
        return keyId;
    }

    /** True when the merchant signed this request at most five minutes ago; {@code path} with its question, as it was asked. */
    boolean holds(String authorization, String method, String path, String body, long now) {
        if (authorization == null || !authorization.startsWith(SCHEME + " ")) {
            return false;
        }
        Map<String, String> words = new HashMap<>();
        for (Matcher pair = PAIR.matcher(authorization); pair.find();) {
            words.put(pair.group(1), pair.group(2));
        }
        String time = words.getOrDefault("timestamp", "");
        boolean fresh = time.matches("\\d{1,12}") && Math.abs(now - Long.parseLong(time)) <= 300;
        return fresh && merchant.equals(words.get("mchid")) && serial.equals(words.get("serial_no"))
            && verified(method + "\n" + path + "\n" + time + "\n" + words.get("nonce_str") + "\n" + body + "\n", words.getOrDefault("signature", ""));
    }

    private boolean verified(String text, String sign) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(merchantKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(sign));
        } catch (GeneralSecurityException | IllegalArgumentException doesNotHold) {
            return false;
        }
    }

    /** Over an answer or a notice. */
    String sign(String time, String nonce, String body) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(own);
            signature.update((time + "\n" + nonce + "\n" + body + "\n").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The inside of a notice, in base64; {@code nonce} has twelve letters. */
    String seal(String plain, String nonce, String associated) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, apiKey, new GCMParameterSpec(TAG_BITS, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
