package dev.afterflow.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import dev.afterflow.money.Money;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Known answers of the adapter's signatures: the request signed as an example in WeChat Pay's own document, under its test certificate; and
 * others in the document's forms, made with openssl dgst -sha256 -sign and AES-256-GCM elsewhere, their key thrown away.
 */
class WechatSignatureTest {

    private static final String PUBLIC = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsqHk2rSQWqeXQvNeDLhwgIKSTYP14PSM49XV08Qr9Rwm3qK1Q1ROAzz2hYWKU3GwHnvle832VTyriee2bi9dp/pX2xGkigaEy+YY2a/1QDOl9MDPC5JrOvF24YNVPAgCXaJ/YCllmuCAYDr7vzt3yiArG9KzdVZubYLcKDwAv8vLaAU2vIWB2KYXZ/813j69IEl5+xsj5TEqPXVP0M0H0vAgxwyqaH1yb98SX9NLtz3X0M+M69CZfgEdd7Jm+zRHL9SF2M5Tx/dzRMCjqtGiVMtv6W0QdhRQLL93xp1MiSQtNFAivOfA6UsENQCf749typ092UCYMgrqtaJMSW1taQIDAQAB";
    private static final String ANSWER_SIGN = "BWVf0p1YEyM8oHE6L0bImS222SBzIRvF5KHfupk8r1fOdzTz7tZaC/X92xF1jnRY2j1ktVqjmFzFSeSmDVbrNOU7JmDpwoFAzlYtw1qwZETVzaYR88RaNJJYL5L6RYkAKPi1hTTdQQWNrC9GXYwYLLVsrN0bFVhIL6RLwRS2UdJ1F4jPO5tiEoJ8YxgF/2LGJKXuDG5dyXYHNfOi2z4ZC2LvF3K7MrSFfeeNywEeAXgZh5dp+TL4ZvcvsJ3IKn1hWWyrauBXH8QTaiSctFb/k6/QKX/5DH2zS1h/5tp3cJfUzQELnigdkvnMnseB/5X0yuqnKVPgsKdkgHUYH8my5A==";
    private static final String API_KEY = "0123456789abcdef0123456789ABCDEF";
    private static final String SEALED = "6k33VVqPUeC6O7sisgZPSmP1Is4bqeb9BFBahNVcilj1M+0bmp0g8IadhvEyS8tyagYN9oI5fNtjuYO/LQelZtpto3TGlYCts+dp9GabtsUWnvHQ7LUlB4jVXp7BZmAWSZUVWFKs+6wzGwLmzBjjI5E+Hfd8ziWD55vt";
    private static final String DOCUMENTS_KEY = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAptpm+qvIDCh/9wjU26SQCK26ogYkBhDrYxnAaw2JbbBsp1oDbHKk+1r381NeBUG2HEFAuU+Fr72u5ot3yKdzoF/FajAzQNKnm569/D3upKoi8mYBaST15Uig8j8qoUW1U217LL0jEHlSnHV3lcaDTXqDpTRR4Bfz9IqOgJgFZ8/oTfEomSrjrLYef81Eyxr7ZIMQXEKKEK7V4UXKS0+/fDsiG/cXidhzt8UbTL9vqXqxM2+IDImyO+FAc/tkBG55LmzxPto1Nq0WbnZzRM/wTzrd0I/8NlevxtFbphg4evlHjFNI7+GrqR87ViEwuAJJ9Je5QQjct5YJfFRWiZ5CMQIDAQAB";
    private static final String DOCUMENTS_SIGN = "Lc9VXxmeonkdV8Xk9tmigQFLhl0vRWTerdmoRu01aAnYwIrD/5nsSwE1WlmZGLRlAFTNQ3QsMa0+VRDlJp1Wp5p0nO8EK68b5sJBbjouxaFciIfq1zfDWWz+jqhcMoKXI1A6dPm1AW7D4d30WsMTNzp6g23OXakIsh9LO3lUmwvTuE0BY8ncf6tNGk4wKmvXwERd/ZpoQY3MAVKz+Nakwc+2XBmzT66KcUehU5kr4IvGa/lEU5RZb/q00zP9VLdBhC/jQSX3X1UcJLCtEc4gTmib4tnmAT+bHF/e17ZAuxDNcx6rqT8gNEXqaJGG+1OflMSTU2tpyG65G4dMKdFcoA==";
    private static final String KEY_ID = "PUB_KEY_ID_0119000001092025010100000000000000";
    private static final String TEXT = "1554209980\nc5ac7061fccab6bf3e254dcf98995b8c\n{\"id\":\"EV-2018022511223320873\",\"event_type\":\"REFUND.SUCCESS\"}\n";

    @Test
    void aKnownAnswerHoldsUnderTheKeyItNamesAndUnderNoOther() throws Exception {
        RSAPublicKeyConfig config = config(pair());
        assertThat(config.createVerifier().verify(KEY_ID, TEXT, ANSWER_SIGN)).isTrue();
        assertThat(config.createVerifier().verify("PUB_KEY_ID_0", TEXT, ANSWER_SIGN)).isFalse();
        assertThat(config.createVerifier().verify(KEY_ID, TEXT.replace("SUCCESS", "CLOSED"), ANSWER_SIGN)).isFalse();
        assertThat(config.createVerifier().verify(KEY_ID, TEXT, "WECHATPAY/SIGNTEST/" + ANSWER_SIGN.substring(19))).isFalse();
    }

    @Test
    void aKnownNoticeIsOpenedWithTheApiKeyAndNotWhenAnythingWasChanged() throws Exception {
        var cipher = config(pair()).createAeadCipher();
        byte[] sealed = Base64.getDecoder().decode(SEALED);
        assertThat(cipher.decrypt(bytes("refund"), bytes("EfLKw6XMoZ1w"), sealed)).contains("\"out_refund_no\":\"RABC\"", "\"refund\":999");
        assertThatThrownBy(() -> cipher.decrypt(bytes("transaction"), bytes("EfLKw6XMoZ1w"), sealed)).isNotNull();
        sealed[3] ^= 1;
        assertThatThrownBy(() -> cipher.decrypt(bytes("refund"), bytes("EfLKw6XMoZ1w"), sealed)).isNotNull();
    }

    @Test
    void ourSignatureStandsOverMethodPathTimeNonceAndBody() throws Exception {
        KeyPair pair = pair();
        String header = config(pair).createCredential().getAuthorization(URI.create("https://api.mch.weixin.qq.com/v3/refund/domestic/refunds/R1?mchid=1"), "GET", "");
        Matcher words = Pattern.compile("WECHATPAY2-SHA256-RSA2048 mchid=\"1900000109\",nonce_str=\"(\\w{32})\",timestamp=\"(\\d+)\",serial_no=\"5157F09E\",signature=\"([^\"]+)\"")
            .matcher(header);
        assertThat(words.matches()).as(header).isTrue();
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(pair.getPublic());
        signature.update(bytes(question("/v3/refund/domestic/refunds/R1?mchid=1", words.group(2), words.group(1))));
        assertThat(signature.verify(Base64.getDecoder().decode(words.group(3)))).isTrue();
    }

    @Test
    void theTextOfAQuestionIsTheOneThatTheDocumentSignsInItsExample() throws Exception {
        String text = question("/v3/refund/domestic/refunds/123123123123", "1554208460", "593BEC0C930BF1AFEB40B4A08C8FB242");
        RSAPublicKeyConfig merchants = WechatGateway.config(new WechatAccount("https://api.mch.weixin.qq.com", "1900007291", "408B07E7",
            Base64.getEncoder().encodeToString(pair().getPrivate().getEncoded()), KEY_ID, DOCUMENTS_KEY, API_KEY));
        assertThat(merchants.createVerifier().verify(KEY_ID, text, DOCUMENTS_SIGN)).isTrue();
        assertThat(merchants.createVerifier().verify(KEY_ID, text.replace("GET", "POST"), DOCUMENTS_SIGN)).isFalse();
    }

    @Test
    void aReasonKeepsWithinEightyBytesAndNoLetterIsCut() {
        assertThat(WechatProvider.shortened("七天无理由")).isEqualTo("七天无理由");
        assertThat(WechatProvider.shortened("退".repeat(40))).isEqualTo("退".repeat(26));
        assertThat(WechatProvider.shortened("a".repeat(78) + "😀")).isEqualTo("a".repeat(78));
    }

    @Test
    void aBillIsReadToItsSumsAndOnlyPaidRefundsCount() {
        String head = "交易时间,商户订单号,退款成功时间,微信退款单号,商户退款单号,退款金额,退款状态,申请退款金额\r\n";
        String paid = "`2026-11-20 10:00:00,`PAY-1,`2026-11-20 23:59:59,`5030,`RABC,`9.00,`SUCCESS,`9.99\r\n";
        String waiting = "`2026-11-20 10:00:00,`PAY-2,`,`5031,`RDEF,`9.99,`PROCESSING,`9.99\r\n";
        String sums = "总交易单数,应结订单总金额\r\n`2,`0.00\r\n";
        assertThat(WechatBill.read(bytes("\uFEFF" + head + paid + waiting + sums))).isEqualTo(List.of(
            new WechatBill.Line("5030", "PAY-1", "RABC", new Money(999, "CNY"), Instant.parse("2026-11-20T15:59:59Z"))));
        assertThatThrownBy(() -> WechatBill.read(bytes(head + paid))).hasMessageContaining("not whole");
        assertThatThrownBy(() -> WechatBill.read(bytes("<html>"))).hasMessageContaining("not whole");
    }

    /** What is signed of a question. */
    private static String question(String path, String time, String nonce) {
        return "GET\n" + path + "\n" + time + "\n" + nonce + "\n\n";
    }

    private static RSAPublicKeyConfig config(KeyPair ours) {
        return WechatGateway.config(new WechatAccount("https://api.mch.weixin.qq.com", "1900000109", "5157F09E",
            Base64.getEncoder().encodeToString(ours.getPrivate().getEncoded()), KEY_ID, PUBLIC, API_KEY));
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(2048);
        return maker.generateKeyPair();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
