package dev.afterflow.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What buyers say about parcels, in their own words. */
class StatementTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            显示签收了但是我没收到                 | true
            不是我签的                              | true
            I never got it                          | true
            We didn't receive anything              | true
            Not received                            | true
            收到了，谢谢                            | false
            谢谢                                    | false
            Thanks, it is here                      | false
            """)
    void aDenialIsHeard(String words, boolean denies) {
        assertThat(Statement.denies(words)).isEqualTo(denies);
    }
}
