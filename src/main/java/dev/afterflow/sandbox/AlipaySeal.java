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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The played Alipay's RSA2: SHA256withRSA over words sorted by name, or over the exact text of an answer. */
final class AlipaySeal {

    private final PrivateKey own;
    private final PublicKey merchant;

    /** @param own PKCS#8 in base64; @param merchant X.509 in base64 */
    AlipaySeal(String own, String merchant) {
        try {
            KeyFactory keys = KeyFactory.getInstance("RSA");
            this.own = keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(own)));
            this.merchant = keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(merchant)));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The played Alipay's keys cannot be read", unusable);
        }
    }

    /** What is signed: every word that is not empty, sorted, without those named. */
    static String sorted(Map<String, String> words, String... without) {
        TreeMap<String, String> signed = new TreeMap<>(words);
        for (String name : without) {
            signed.remove(name);
        }
        return signed.entrySet().stream().filter(each -> !each.getValue().isEmpty())
            .map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("&"));
    }

    String sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(own);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** True when the merchant signed this text. */
    boolean holds(String text, String sign) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(merchant);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(sign));
        } catch (GeneralSecurityException | IllegalArgumentException doesNotHold) {
            return false;
        }
    }
}
