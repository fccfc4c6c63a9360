package dev.afterflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The played TOP believes what the document's example signs, and nothing else. */
class TopSealTest {

    private static Map<String, String> example() {
        return new HashMap<>(Map.of("method", "taobao.item.seller.get", "app_key", "12345678", "session", "test", "timestamp", "2016-01-01 12:00:00", "format", "json", "v", "2.0",
            "sign_method", "md5", "fields", "num_iid,title,nick,price,num", "num_iid", "11223344"));
    }

    @Test
    void theDocumentsExampleHolds() {
        Map<String, String> words = example();
        words.put("sign", "66987CB115214E59E6EC978214934FB8");
        assertThat(TopSeal.holds(words, "helloworld")).isTrue();
        assertThat(TopSeal.holds(words, "helloworl")).isFalse();
        words.put("num_iid", "1");
        assertThat(TopSeal.holds(words, "helloworld")).isFalse();
        assertThat(TopSeal.holds(example(), "helloworld")).isFalse();
    }

    @Test
    void aWebhookOfShopifyIsSignedAsItsLibrariesExpect() {
        assertThat(CarrierSeal.hmac("hush", "\"my secret message\"")).isEqualTo("hMTq0K2x7oyOjoBwGYeTj5oxfnaVYXzbanUG9aajpKI=");
    }
}
