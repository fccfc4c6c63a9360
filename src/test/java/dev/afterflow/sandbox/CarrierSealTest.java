package dev.afterflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The played services' signatures, against values computed with another implementation. */
class CarrierSealTest {

    @Test
    void theSealsAreThoseOfTheDocuments() {
        assertThat(CarrierSeal.md5("{\"com\":\"yuantong\",\"num\":\"YT0123456789\",\"resultv2\":\"4\"}", "KEY123", "CUST456")).isEqualTo("3DA1A583D16E2EADF4DBE2D73B7376BE");
        assertThat(CarrierSeal.md5("{\"kuaidinum\":\"YT0123456789\",\"secondType\":4}", "1681293665905", "KEY123", "SECRET789")).isEqualTo("21E10DE3D98A19A44901C568568FBE41");
        assertThat(CarrierSeal.hmac("webhook-secret", "{\"event\":\"tracking_update\",\"event_id\":\"6f1d2c1e-0000-4000-8000-000000000001\"}"))
            .isEqualTo("rpnzQJ0DjvwcxQvMuNZzQ7SRBlOiHE5rKMHX0NpVTko=");
    }
}
