package dev.afterflow.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisputeReasonsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            product_not_received                      | -        | NOT_RECEIVED
            MERCHANDISE_OR_SERVICE_NOT_RECEIVED       | -        | NOT_RECEIVED
            MERCHANDISE_OR_SERVICE_NOT_AS_DESCRIBED   | -        | NOT_AS_DESCRIBED
            13.1                                      | -        | NOT_RECEIVED
            10.4                                      | -        | FRAUDULENT
            UNAUTHORISED                              | -        | FRAUDULENT
            credit_not_processed                      | -        | CREDIT_NOT_PROCESSED
            subscription_canceled                     | -        | SUBSCRIPTION
            duplicate                                 | -        | DUPLICATE
            unrecognized                              | -        | UNRECOGNIZED
            product_unacceptable                      | -        | QUALITY
            -                                         | 七天无理由退货 | NO_REASON
            -                                         | 买家说是假货  | COUNTERFEIT
            -                                         | 没收到货     | NOT_RECEIVED
            general                                   | -        | GENERAL
            -                                         | -        | GENERAL
            """)
    void manyWordsForAReasonAreOne(String code, String words, String reason) {
        assertThat(DisputeReasons.reason(code, words)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"CHARGEBACK, CHARGEBACK", "inquiry, INQUIRY", "A-to-z, A_TO_Z", "PAYPAL, PAYPAL", "PLATFORM, PLATFORM", "anything, PLATFORM"})
    void aKindIsReadFromWhatIsAsked(String asked, Dispute.Kind kind) {
        assertThat(DisputeReasons.kind(asked)).isEqualTo(kind);
    }
}
