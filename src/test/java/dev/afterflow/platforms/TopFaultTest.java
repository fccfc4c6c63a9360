package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.platforms.Marketplace.Result;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Only what TOP calls our own fault is final; a fault of its own may have been taken. */
class TopFaultTest {

    private static TopFault fault(int code, String sub, String words) {
        return new TopFault(new JsonMapper().createObjectNode().put("code", code).put("msg", "m").put("sub_code", sub).put("sub_msg", words));
    }

    @ParameterizedTest
    @CsvSource({"15,isv.refund-status-error,REFUSED", "15,isv.refund-version-invalid,CHANGED", "15,isp.top-remote-connection-timeout,UNKNOWN", "15,isp.unknown-error,UNKNOWN",
        "10,'',UNKNOWN", "25,'',UNSENT", "27,invalid-sessionkey,UNSENT", "29,isv.appkey-not-exists,UNSENT", "40,isv.missing-parameter,REFUSED", "900,'',UNKNOWN"})
    void eachFaultMeansOneThingForAWrite(int code, String sub, Result result) {
        assertThat(fault(code, sub, "说明").outcome().result()).isEqualTo(result);
    }

    @Test
    void aShopThatCallsTooMuchIsStillAsLongAsItIsTold() {
        assertThat(fault(7, "accesscontrol.limited-by-api-access-count", "This ban will last for 37 more seconds").pause()).contains(Duration.ofSeconds(37));
        assertThat(fault(7, "", "").pause()).contains(Duration.ofSeconds(1));
        assertThat(fault(15, "isv.refund-status-error", "").pause()).isEmpty();
    }
}
