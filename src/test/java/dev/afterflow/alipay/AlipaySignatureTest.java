package dev.afterflow.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import com.alipay.api.internal.util.AlipaySignature;
import dev.afterflow.money.Money;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Known answers of the adapter's RSA2; the signature was made with openssl dgst -sha256 -sign and its key thrown away. */
class AlipaySignatureTest {

    private static final String PUBLIC = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzFu+Ir9Av2LYl14liz9P/ADfJaXN2/By/kP0WK8DQZfRThDfUV1Qj5dKvFiT8qNwYlVKRs9nxoyvcNyUlQETlyJD0ywGzIrsaT+9bipXB1SE8A1LAwyaF4gmzu/TKMIlCZHcLukSvq9CwWYX7kWBO/Dk4qAtkO9uMzi9/6SguvD7GDc1nk+tZT1eRZ2xb6SSkOvwB9ClGLM3MrM7e1HqkmgNyW+iMnRgJZjvaSEDEAsFSe8bXFsNzpthF7PV+2ZPTNs9rhxhTIMPK/n/Cd2FAZ+TI7b9qCCtjuqMyAfaC6G3pEpqAzHAwGbEt7AF+eF4k9SkVOcapsgTXyQmI7VeDQIDAQAB";
    private static final String SIGN = "Trhhm5kP8+vSqA3qMsAjs3tvSw6geSzpmxbuQbFRywvchDzwUbeRbJwyGhHFbcEN0stDOT6Q5hIwXggBY8RwnO+v9lIWqxRmXpdYGjHGGKGymkfw3VP4WPoOGBawyzQTjmj2fk3J8Q7CH+5Izu+0SVMiULuuRsjz9/2B8xTRmbOG6xGSCFrn10yOgeEO/dTGkp0ztkZLroq0uns6FilgmM6rbo7KjV4NUTzEDIf0gwRyii8mJb3sAtaCpiEIiVM6xyc98UYUPSxumTl/rZxOqRm4TIGrwV/ngLyElrFmYREKJE8i5zq5f+6+1rzTUek5+4BW5dS3NfFDgfoyg1gK7Q==";
    private static final Map<String, String> WORDS = Map.of("app_id", "2021000000000001", "charset", "utf-8", "notify_id", "N1",
        "out_trade_no", "PAY-1", "refund_fee", "129.50", "subject", "示例商品 & 配件=1", "total_amount", "129.50");

    @Test
    void aKnownNoticeHoldsWithItsSignatureAndItsTypeLeftOut() throws Exception {
        assertThat(holds(Map.of("sign", SIGN, "sign_type", "RSA2"))).isTrue();
        assertThat(holds(Map.of("sign", SIGN, "sign_type", "RSA2", "refund_fee", "129.51"))).isFalse();
        assertThat(holds(Map.of("sign", SIGN, "sign_type", "RSA2", "seller_id", "2088"))).isFalse();
    }

    @Test
    void aSignatureOfOursIsThePaddedHashUnderTheKeyAndNothingElse() throws Exception {
        KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(2048);
        KeyPair pair = maker.generateKeyPair();
        byte[] sign = Base64.getDecoder().decode(AlipaySignature.rsaSign(AlipaySignature.getSignContent(WORDS),
            Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()), "utf-8", "RSA2"));
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        String text = "app_id=2021000000000001&charset=utf-8&notify_id=N1&out_trade_no=PAY-1&refund_fee=129.50"
            + "&subject=示例商品 & 配件=1&total_amount=129.50";
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(new BigInteger(1, sign).modPow(key.getPublicExponent(), key.getModulus()))
            .isEqualTo(new BigInteger("0001" + "ff".repeat(202) + "00" + "3031300d060960864801650304020105000420" + hash, 16));
    }

    @Test
    void minorUnitsBecomeYuanExactly() {
        assertThat(AlipayProvider.yuan(new Money(1, "CNY"))).isEqualTo("0.01");
        assertThat(AlipayProvider.yuan(new Money(12950, "CNY"))).isEqualTo("129.50");
        assertThat(AlipayProvider.yuan(new Money(9_007_199_254_740_993L, "CNY"))).isEqualTo("90071992547409.93");
    }

    private static boolean holds(Map<String, String> besides) throws Exception {
        Map<String, String> words = new HashMap<>(WORDS);
        words.putAll(besides);
        return AlipaySignature.rsaCheckV1(words, PUBLIC, "utf-8", "RSA2");
    }
}
