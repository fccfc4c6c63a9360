package dev.afterflow.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example of Alibaba Cloud's own document on its third signature. */
class SmsSealTest {

    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void theDocumentsExampleIsSignedAsTheDocumentHasIt() {
        assertThat(SmsSeal.of("YourAccessKeyId", "YourAccessKeySecret", "POST",
            Map.of("RegionId", "cn-shanghai", "ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"),
            Map.of("host", "ecs.cn-shanghai.aliyuncs.com", "x-acs-action", "RunInstances", "x-acs-content-sha256", EMPTY, "x-acs-date", "2023-10-26T10:22:32Z",
                "x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d", "x-acs-version", "2014-05-26"), EMPTY))
            .isEqualTo("ACS3-HMAC-SHA256 Credential=YourAccessKeyId,"
                + "SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }

    @Test
    void wordsAreWrittenStrictly() {
        assertThat(SmsSeal.question(Map.of("b", "a b*~", "a", "兰亭"))).isEqualTo("a=%E5%85%B0%E4%BA%AD&b=a%20b%2A~");
    }
}
