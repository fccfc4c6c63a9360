package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.money.Money;
import dev.afterflow.platforms.PlatformRequest.Kind;
import dev.afterflow.platforms.TaobaoAccounts.Taobao;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many refunds and how much money one call of TOP may give: 20 and 6,000 yuan on Taobao, 30 and 10,000 on Tmall. */
class TaobaoMoneyTest {

    @ParameterizedTest
    @CsvSource({"false,20,30000,true", "false,21,100,false", "false,20,30001,false", "false,1,600000,true", "false,1,600001,false", "true,30,33333,true", "true,31,100,false",
        "true,30,33334,false", "true,1,1000000,true", "true,1,1000001,false"})
    void aCallGivesSoMuchAndNoMore(boolean tmall, int many, long fen, boolean fits) {
        Taobao account = new Taobao("s", "https://eco.taobao.com/router/rest", "1", "s", "s", null, tmall, "md5", null);
        List<PlatformRequest> requests = Collections.nCopies(many, new PlatformRequest("N", "C", "s", Kind.AGREE_REFUND, "1", null, new Money(fen, "CNY"), null, null, Map.of()));
        assertThat(TaobaoMoney.fits(account, requests)).isEqualTo(fits);
    }
}
