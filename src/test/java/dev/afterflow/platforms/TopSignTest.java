package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** TOP's signature against the example of its own document (API calling protocol, "taobao.item.seller.get") and values of another implementation. */
class TopSignTest {

    private static final Map<String, String> EXAMPLE = Map.of("method", "taobao.item.seller.get", "app_key", "12345678", "session", "test", "timestamp", "2016-01-01 12:00:00",
        "format", "json", "v", "2.0", "fields", "num_iid,title,nick,price,num", "num_iid", "11223344");

    private static Map<String, String> example(String method) {
        Map<String, String> words = new HashMap<>(EXAMPLE);
        words.put("sign_method", method);
        return words;
    }

    @Test
    void theDocumentsExampleIsSignedAsThere() {
        assertThat(TopSign.of("md5", example("md5"), "helloworld")).isEqualTo("66987CB115214E59E6EC978214934FB8");
    }

    @Test
    void hmacIsTakenUnderTheSecretAlone() {
        assertThat(TopSign.of("hmac", example("hmac"), "helloworld")).isEqualTo("D56D7858309C31B6251083A874D48273");
        assertThat(TopSign.of("hmac-sha256", example("hmac-sha256"), "helloworld")).isEqualTo("04DB15AD0774D5CFCE2C837DE43E3FCEA9011ED74F3038FB6AB5F3C4CEA119E8");
    }

    @Test
    void anotherSecretOrWordSignsOtherwiseAndEmptyWordsDoNotCount() {
        Map<String, String> words = example("md5");
        assertThat(TopSign.of("md5", words, "helloworle")).isNotEqualTo("66987CB115214E59E6EC978214934FB8");
        words.put("empty", "");
        assertThat(TopSign.of("md5", words, "helloworld")).isEqualTo("66987CB115214E59E6EC978214934FB8");
        words.put("num_iid", "11223345");
        assertThat(TopSign.of("md5", words, "helloworld")).isNotEqualTo("66987CB115214E59E6EC978214934FB8");
    }

    @Test
    void wordsBeyondAsciiAreSignedAsUtf8() {
        assertThat(TopSign.of("md5", Map.of("content", "已签收，请核实", "refund_id", "1"), "s")).isEqualTo("BA837444D14C6C058D66914664504749");
    }
}
