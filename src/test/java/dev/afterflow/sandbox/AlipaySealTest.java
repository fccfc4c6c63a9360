package dev.afterflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Known answers of the played Alipay's RSA2: one from the tests of Alipay's own library, one made with openssl dgst -sha256 -sign and its key thrown away. */
class AlipaySealTest {

    private static final String PUBLIC = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzFu+Ir9Av2LYl14liz9P/ADfJaXN2/By/kP0WK8DQZfRThDfUV1Qj5dKvFiT8qNwYlVKRs9nxoyvcNyUlQETlyJD0ywGzIrsaT+9bipXB1SE8A1LAwyaF4gmzu/TKMIlCZHcLukSvq9CwWYX7kWBO/Dk4qAtkO9uMzi9/6SguvD7GDc1nk+tZT1eRZ2xb6SSkOvwB9ClGLM3MrM7e1HqkmgNyW+iMnRgJZjvaSEDEAsFSe8bXFsNzpthF7PV+2ZPTNs9rhxhTIMPK/n/Cd2FAZ+TI7b9qCCtjuqMyAfaC6G3pEpqAzHAwGbEt7AF+eF4k9SkVOcapsgTXyQmI7VeDQIDAQAB";
    private static final String SIGN = "Trhhm5kP8+vSqA3qMsAjs3tvSw6geSzpmxbuQbFRywvchDzwUbeRbJwyGhHFbcEN0stDOT6Q5hIwXggBY8RwnO+v9lIWqxRmXpdYGjHGGKGymkfw3VP4WPoOGBawyzQTjmj2fk3J8Q7CH+5Izu+0SVMiULuuRsjz9/2B8xTRmbOG6xGSCFrn10yOgeEO/dTGkp0ztkZLroq0uns6FilgmM6rbo7KjV4NUTzEDIf0gwRyii8mJb3sAtaCpiEIiVM6xyc98UYUPSxumTl/rZxOqRm4TIGrwV/ngLyElrFmYREKJE8i5zq5f+6+1rzTUek5+4BW5dS3NfFDgfoyg1gK7Q==";
    private static final String TEXT = "app_id=2021000000000001&charset=utf-8&notify_id=N1&out_trade_no=PAY-1&refund_fee=129.50"
        + "&subject=示例商品 & 配件=1&total_amount=129.50";

    private static final String ALIPAYS_TESTER = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAjF+gZ86+u9GriNBL3cmrx7CG3mgsgS6ydJLjzAyACRfBunB3VadxsDhtIJ0t8DQcaDVCkvkL5IOozuSC/B9iBw8YtadTLVRGkD9f1+RrcyvXR7/qU2M88RhGvj/DCgFHkYZa7hVYn+r+jhpQ2Y9K7owVL3/YEO/cxZvV8R05uMw7zZwAaJlPn6JBXYP8HXWAQLp2A4NGKAh6mPELKNcb9J+P82GvrNf0Km3dj7ELAx349ral+qD1DCEbC3C2g+MHw/++ZEt9EkqR9nWi2YE/z5B0LKXstUDRiCPQe8Heb6pXdkWhK76L+OP9iZZAGHGS262ZgOuvZMo+jDFM1at64wIDAQAB";
    private static final String ALIPAYS_SIGN = "NQHIJKRCoCJCUXqzzK8WUtA/58m4/e3NGLutUFxFUD8udlauzRCgCINxDqs3atXrJ8KeSxpf8IU8nrnK7qzCQiYdj2XjfkXDrZllPEXlrelHitj9qpPqMXlAbP1HArNlBTpaGmq6hwvf/W50O/8kOjPEpmdpFcYZrlR/aA3uwdiOXHGNfd6p2wA7JjHiLQtPXGVm2oLLp+HDEtdhqxs66Br4bTQZPrQNKJrhqRcqwTzA5ZyDMQK724ECTYBI/+8PEvFCpi4Ny6piO78clFE/bSAuKCdhbivBzWDYkvmQymq0M86W3usljVENbnOyBatl7/y4f7S53Ht/yBmO/f+gYg==";

    @Test
    void aRequestOfAlipaysOwnTestsHolds() throws Exception {
        AlipaySeal seal = new AlipaySeal(text(pair().getPrivate().getEncoded()), ALIPAYS_TESTER);
        Map<String, String> words = Map.of("method", "koubei.marketing.data.indicator.query", "app_id", "2019090366875133", "sign_type", "RSA2", "sign", ALIPAYS_SIGN);
        assertThat(seal.holds(AlipaySeal.sorted(words, "sign"), ALIPAYS_SIGN)).isTrue();
        assertThat(seal.holds(AlipaySeal.sorted(words, "sign", "sign_type"), ALIPAYS_SIGN)).isFalse();
    }

    @Test
    void aKnownSignatureHoldsAndOneOtherLetterDoesNot() throws Exception {
        AlipaySeal seal = new AlipaySeal(text(pair().getPrivate().getEncoded()), PUBLIC);
        assertThat(seal.holds(TEXT, SIGN)).isTrue();
        assertThat(seal.holds(TEXT + " ", SIGN)).isFalse();
        assertThat(seal.holds(TEXT, "AAAA" + SIGN.substring(4))).isFalse();
        assertThat(seal.holds(TEXT, "not base64")).isFalse();
        assertThat(seal.holds(TEXT, "")).isFalse();
    }

    @Test
    void aSignatureIsThePaddedHashUnderTheKeyAndNothingElse() throws Exception {
        KeyPair pair = pair();
        byte[] sign = Base64.getDecoder().decode(new AlipaySeal(text(pair.getPrivate().getEncoded()), PUBLIC).sign(TEXT));
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        BigInteger opened = new BigInteger(1, sign).modPow(key.getPublicExponent(), key.getModulus());
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(TEXT.getBytes(StandardCharsets.UTF_8)));
        String padded = "0001" + "ff".repeat(202) + "00" + "3031300d060960864801650304020105000420" + hash;
        assertThat(opened).isEqualTo(new BigInteger(padded, 16));
    }

    @Test
    void wordsAreSortedByNameWithoutTheEmptyAndTheNamed() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("b", "2");
        words.put("sign", "x");
        words.put("a_b", "1 1");
        words.put("a", "");
        words.put("sign_type", "RSA2");
        assertThat(AlipaySeal.sorted(words, "sign", "sign_type")).isEqualTo("a_b=1 1&b=2");
        assertThat(AlipaySeal.sorted(words, "sign")).isEqualTo("a_b=1 1&b=2&sign_type=RSA2");
    }

    @Test
    void fenAndYuanAreTheSameMoney() {
        assertThat(AlipayTrades.yuan(5)).isEqualTo("0.05");
        assertThat(AlipayTrades.yuan(1_234_567_890_123L)).isEqualTo("12345678901.23");
        assertThat(AlipayTrades.fen("12345678901.23")).isEqualTo(1_234_567_890_123L);
        assertThat(AlipayTrades.fen("7")).isEqualTo(700);
    }

    @Test
    void aThirdOfTheDemoShopsOrdersWerePaidWithAlipay() {
        long alipay = DemoOrders.madeFor(java.time.Instant.parse("2026-11-21T10:00:00Z")).stream()
            .filter(order -> order.get("payments").toString().contains("provider=alipay")).count();
        assertThat(alipay).isEqualTo(DemoOrders.COUNT / 3);
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(2048);
        return maker.generateKeyPair();
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
