package dev.afterflow.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewTieTest {

    @ParameterizedTest
    @ValueSource(strings = {"不赔50就给差评", "赔了我改评价", "退一半我给五星", "删評可以，先补偿", "I'll change my review for $20", "5-star if you pay", "晒图换红包"})
    void wordsThatBargainWithAReviewTieTheMoneyToIt(String words) {
        assertThat(ReviewTie.in(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"杯子有裂纹，要求换货", "少发了一件", "The cup is cracked", "屏幕中间有亮点", "请重新评估一下", "麻烦集中评估", "快递把箱子压坏了"})
    void aPlainComplaintDoesNot(String words) {
        assertThat(ReviewTie.in(words)).isFalse();
    }
}
