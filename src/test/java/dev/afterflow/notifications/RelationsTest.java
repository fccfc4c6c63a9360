package dev.afterflow.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelationsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        G1  | rating    | If the rating goes up, your voucher is released.
        G1  | nota      | Assim que a nota subir, o cupom é seu.
        G6  | agency    | Our agency takes care of critical reviews and will phone you.
        G12 | frete     | Veio com defeito, mas o frete é por sua conta.
        G14 | factory   | We only sell it, the factory has to answer for that.
        G17 | Procon    | Se não procurar o Procon, devolvemos o dinheiro.
        G20 | lawyer    | Our lawyer will write to you about that review.
        """)
    void whatARedLineJoinsIsFoundByItsConcepts(RedLine line, String word, String text) {
        List<Relations.Hit> hits = Relations.in(Speech.of(text));
        assertThat(hits).extracting(Relations.Hit::line).contains(line);
        assertThat(hits).filteredOn(hit -> hit.line() == line).anySatisfy(hit -> assertThat(hit.words()).containsIgnoringCase(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"The voucher is valid until Sunday. Thank you for your rating.", "Feel free to leave a review, good or bad.",
        "Your refund was sent this morning.", "O cupom vale até domingo.", "Obrigado pela avaliação sincera.",
        "The coffee in our office is for visitors, thank you for the feedback.", "You may also ask the manufacturer, we take care of it anyway."})
    void whatIsLawfulApartIsLetGo(String text) {
        assertThat(Relations.in(Speech.of(text))).isEmpty();
    }

    @Test
    void theAgentReadsTheWordsThatWereJoined() {
        Relations.Hit hit = Relations.in(Speech.of("Once the comment is gone the coupon follows.")).get(0);
        assertThat(hit.line()).isEqualTo(RedLine.G1);
        assertThat(hit.words()).contains("comment").contains("gone").contains("coupon");
    }

    @Test
    void aSentenceFarAwayIsNotReadWithIt() {
        assertThat(Relations.in(Speech.of("Your coupon is here. The parcel left today. It is blue. The comment was changed by its author, we saw it.")))
            .extracting(Relations.Hit::line).doesNotContain(RedLine.G1);
    }
}
