package dev.afterflow.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DEFECT      | 用了两天就坏了，质量太差
            WRONG_ITEM  | 发错颜色了，还少了一个
            LOGISTICS   | 快递走了十天
            SERVICE     | 客服一直敷衍
            EXPECTATION | 尺码偏大
            MISUSE      | 不会用，看不懂
            ABUSE       | 加微信领优惠 vx: abc
            DEFECT      | It stopped working after a week
            LOGISTICS   | Shipping took forever
            STARS       | ''
            OTHER       | 一般般
            """)
    void aReviewIsReadForWhatItSpeaksOf(String content, String words) {
        assertThat(ReviewText.content(words)).isEqualTo(content);
    }
}
