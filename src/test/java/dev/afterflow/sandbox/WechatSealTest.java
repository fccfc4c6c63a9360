package dev.afterflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/**
 * Known answers of the played WeChat Pay: the two requests signed as an example in WeChat Pay's own document, under its test certificate; and
 * others made with openssl dgst -sha256 -sign and AES-256-GCM elsewhere, their key thrown away.
 */
class WechatSealTest {

    private static final String PUBLIC = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsqHk2rSQWqeXQvNeDLhwgIKSTYP14PSM49XV08Qr9Rwm3qK1Q1ROAzz2hYWKU3GwHnvle832VTyriee2bi9dp/pX2xGkigaEy+YY2a/1QDOl9MDPC5JrOvF24YNVPAgCXaJ/YCllmuCAYDr7vzt3yiArG9KzdVZubYLcKDwAv8vLaAU2vIWB2KYXZ/813j69IEl5+xsj5TEqPXVP0M0H0vAgxwyqaH1yb98SX9NLtz3X0M+M69CZfgEdd7Jm+zRHL9SF2M5Tx/dzRMCjqtGiVMtv6W0QdhRQLL93xp1MiSQtNFAivOfA6UsENQCf749typ092UCYMgrqtaJMSW1taQIDAQAB";
    private static final String SIGN = "NuJ9qjSPqQ5LwgIYXHjunjtGPnleeyrPeIUSDPFmPbZ5kbgB4qmnMzzY4TmulEi742R9p+q9iH57oP2lZJVmRcTuIYibhfJc6JpxGHeSKFEMInEJZI749DS+A1BBZUGj1xCAJvC9KKNZhmzmZTaKxbNthnCbA9syDH6RoqnofjPXd0HeZ+GDXCNnGxbw38IbgYRglI+weBDNRVDx/in8sBXZBn+t9e/PZVdrOosz39UdCi+OiNT4M2F0rBKjPt3zU+qUxD4vv+p62gvsrlY7XvzLGOIcs8+fLYwXsJdZbvtTs+xD2KHee+zWpDFI8PQnJigKIXURXgp2c6SceKr0og==";
    private static final String SEALED = "6k33VVqPUeC6O7sisgZPSmP1Is4bqeb9BFBahNVcilj1M+0bmp0g8IadhvEyS8tyagYN9oI5fNtjuYO/LQelZtpto3TGlYCts+dp9GabtsUWnvHQ7LUlB4jVXp7BZmAWSZUVWFKs+6wzGwLmzBjjI5E+Hfd8ziWD55vt";
    private static final String PATH = "/v3/refund/domestic/refunds/123123123123?mchid=1900000109";
    private static final long TIME = 1_554_208_460L;
    private static final String DOCUMENTS_KEY = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAptpm+qvIDCh/9wjU26SQCK26ogYkBhDrYxnAaw2JbbBsp1oDbHKk+1r381NeBUG2HEFAuU+Fr72u5ot3yKdzoF/FajAzQNKnm569/D3upKoi8mYBaST15Uig8j8qoUW1U217LL0jEHlSnHV3lcaDTXqDpTRR4Bfz9IqOgJgFZ8/oTfEomSrjrLYef81Eyxr7ZIMQXEKKEK7V4UXKS0+/fDsiG/cXidhzt8UbTL9vqXqxM2+IDImyO+FAc/tkBG55LmzxPto1Nq0WbnZzRM/wTzrd0I/8NlevxtFbphg4evlHjFNI7+GrqR87ViEwuAJJ9Je5QQjct5YJfFRWiZ5CMQIDAQAB";
    private static final String DOCUMENTS_GET = "Lc9VXxmeonkdV8Xk9tmigQFLhl0vRWTerdmoRu01aAnYwIrD/5nsSwE1WlmZGLRlAFTNQ3QsMa0+VRDlJp1Wp5p0nO8EK68b5sJBbjouxaFciIfq1zfDWWz+jqhcMoKXI1A6dPm1AW7D4d30WsMTNzp6g23OXakIsh9LO3lUmwvTuE0BY8ncf6tNGk4wKmvXwERd/ZpoQY3MAVKz+Nakwc+2XBmzT66KcUehU5kr4IvGa/lEU5RZb/q00zP9VLdBhC/jQSX3X1UcJLCtEc4gTmib4tnmAT+bHF/e17ZAuxDNcx6rqT8gNEXqaJGG+1OflMSTU2tpyG65G4dMKdFcoA==";
    private static final String DOCUMENTS_POST = "jnks4dlrPw3ZX+ozVvSK39oa0t7OMBsg83BHAwd8BRdUFiVaQNTLTvci+wURgP1OQBbKYhFGvt7iqYpDSTQkp7Uq1sltaQKyncCyrA1g88m5bsKERQfPyT0ahSwKTYJ1CAn9QiJuSJRq1QsQs07eehbU/k9BCS51jTyc1Jpsi2H77HF9f/BnjXAOP3/sPObg6V5Ee4EzwLox684hhuMuIwHo7D8KFk3LIHOKDcNI4It1aCXydFWNpNK+SG86VUDe5kwoDpw4Ulqfu9z8OFDGbDs9TCxEv8iqQzbpxOlEVoOe2kalSYM5kApQb3nZcxdUtoE0liJGW3RGUNE0t4v01A==";
    private static final String DOCUMENTS_BODY = "{\"appid\":\"wxd678efh567hg6787\",\"mchid\":\"1900007291\",\"description\":\"Image形象店-深圳腾大-QQ公仔\",\"out_trade_no\":\"1217752501201407033233368018\",\"notify_url\":\"https://www.weixin.qq.com/wxpay/pay.php\","
        + "\"amount\":{\"total\":100,\"currency\":\"CNY\"},\"payer\":{\"openid\":\"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o\"}}";

    @Test
    void aKnownRequestHoldsForFiveMinutesAndForItsOwnMerchantOnly() throws Exception {
        WechatSeal seal = seal(pair());
        assertThat(seal.holds(header("1900000109", SIGN), "GET", PATH, "", TIME + 299)).isTrue();
        assertThat(seal.holds(header("1900000109", SIGN), "GET", PATH, "", TIME + 301)).isFalse();
        assertThat(seal.holds(header("1900000110", SIGN), "GET", PATH, "", TIME)).isFalse();
        assertThat(seal.holds(header("1900000109", SIGN), "POST", PATH, "", TIME)).isFalse();
        assertThat(seal.holds(header("1900000109", SIGN), "GET", PATH + "0", "", TIME)).isFalse();
        assertThat(seal.holds(header("1900000109", SIGN), "GET", PATH, "{}", TIME)).isFalse();
        assertThat(seal.holds(header("1900000109", "AAAA"), "GET", PATH, "", TIME)).isFalse();
        assertThat(seal.holds(null, "GET", PATH, "", TIME)).isFalse();
    }

    @Test
    void theDocumentsOwnRequestsHold() throws Exception {
        WechatSeal seal = new WechatSeal("1900007291", "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB", DOCUMENTS_KEY, "PUB_KEY_ID_1",
            Base64.getEncoder().encodeToString(pair().getPrivate().getEncoded()), "0123456789abcdef0123456789ABCDEF");
        String get = header("1900007291", DOCUMENTS_GET).replace("5157F09E", "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB");
        assertThat(seal.holds(get, "GET", "/v3/refund/domestic/refunds/123123123123", "", TIME)).isTrue();
        assertThat(seal.holds(get, "GET", "/v3/refund/domestic/refunds/123123123124", "", TIME)).isFalse();
        String post = get.replace(DOCUMENTS_GET, DOCUMENTS_POST);
        assertThat(seal.holds(post, "POST", "/v3/pay/transactions/jsapi", DOCUMENTS_BODY, TIME)).isTrue();
        assertThat(seal.holds(post, "POST", "/v3/pay/transactions/jsapi", DOCUMENTS_BODY.replace("100", "101"), TIME)).isFalse();
    }

    @Test
    void theInsideOfANoticeIsSealedAsItsDocumentSays() throws Exception {
        String plain = "{\"mchid\":\"1900000109\",\"out_refund_no\":\"RABC\",\"refund_status\":\"SUCCESS\",\"amount\":{\"total\":999,\"refund\":999}}";
        assertThat(seal(pair()).seal(plain, "EfLKw6XMoZ1w", "refund")).isEqualTo(SEALED);
    }

    @Test
    void anAnswerIsSignedOverTimeNonceAndBody() throws Exception {
        KeyPair platform = pair();
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(platform.getPublic());
        signature.update("1554209980\nnonce\n{}\n".getBytes());
        assertThat(signature.verify(Base64.getDecoder().decode(seal(platform).sign("1554209980", "nonce", "{}")))).isTrue();
    }

    private static String header(String merchant, String sign) {
        return "WECHATPAY2-SHA256-RSA2048 mchid=\"" + merchant + "\",nonce_str=\"593BEC0C930BF1AFEB40B4A08C8FB242\",signature=\"" + sign
            + "\",timestamp=\"" + TIME + "\",serial_no=\"5157F09E\"";
    }

    private static WechatSeal seal(KeyPair platform) {
        return new WechatSeal("1900000109", "5157F09E", PUBLIC, "PUB_KEY_ID_1", Base64.getEncoder().encodeToString(platform.getPrivate().getEncoded()),
            "0123456789abcdef0123456789ABCDEF");
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(2048);
        return maker.generateKeyPair();
    }
}
