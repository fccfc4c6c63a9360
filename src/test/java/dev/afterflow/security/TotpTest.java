package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of RFC 6238, appendix B. */
    private static final String SECRET = HexFormat.of().formatHex("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037", "20000000000,353130"})
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void aCodeIsTakenOneStepEarlyOrLateAndNotTwo() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        for (int step : new int[] {-1, 0, 1}) {
            assertThat(Totp.step(SECRET, Totp.code(SECRET, now.plusSeconds(30L * step)), now, 0)).hasValue(37_037_037 + step);
        }
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now.plusSeconds(60)), now, 0)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now.minusSeconds(60)), now, 0)).isEmpty();
    }

    @Test
    void aStepThatWasUsedIsNotTakenAgainNorOneBefore() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now), now, 37_037_037)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now.minusSeconds(30)), now, 37_037_037)).isEmpty();
    }

    @Test
    void whatIsNoCodeIsNone() {
        for (String wrong : new String[] {"", "0", "05047", "0504711", "abcdef", "٠٥٠٤٧١"}) {
            assertThat(Totp.step(SECRET, wrong, Instant.ofEpochSecond(1_111_111_111), 0)).isEmpty();
        }
    }

    @Test
    void theSecretIsSpelledForApps() {
        assertThat(Totp.spelled(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.uri(SECRET, "lin")).startsWith("otpauth://totp/Afterflow:lin?secret=GEZDGNBVGY3TQOJQ").contains("issuer=Afterflow");
        assertThat(Totp.secret()).hasSize(40).isNotEqualTo(Totp.secret());
    }
}
