package dev.afterflow.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoodsIntactDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("logistics", "goods-intact");
    private static final DecisionTable GROUP = DecisionTable.of("logistics", "goods-group");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            empty            | CN | taobao | QUALITY   | OTHER       | EMPTY | ''                | empty      | NONE
            wrongGoods       | CN | taobao | NO_REASON | OTHER       | WRONG | OPENED            | wrongGoods | NONE
            part             | CN | taobao | NO_REASON | OTHER       | PART  | ''                | part       | MISSING_VALUE
            faultAltered     | CN | taobao | QUALITY   | ELECTRONICS | RIGHT | ALTERED           | deduct     | CONDITION
            faultMissing     | CN | taobao | QUALITY   | ELECTRONICS | RIGHT | OPENED,ACCESSORY_MISSING | deduct | MISSING_VALUE
            fault            | CN | taobao | QUALITY   | SEALED      | RIGHT | OPENED,SEAL_BROKEN,WORN | intact | NONE
            fault            | BR | shopify| DAMAGED   | WORN        | RIGHT | SOILED            | intact     | NONE
            untouched        | CN | taobao | NO_REASON | SEALED      | RIGHT | ''                | intact     | NONE
            untouched        | CN | taobao | NO_REASON | SEALED      | RIGHT | OPENED            | intact     | NONE
            untouched        | EU | own    | NO_REASON | ELECTRONICS | RIGHT | OPENED,TRIED      | intact     | NONE
            amazon           | US | amazon | NO_REASON | WORN        | RIGHT | TAG_CUT           | deduct     | CONDITION
            abroad           | EU | own    | NO_REASON | SEALED      | RIGHT | SEAL_BROKEN       | deduct     | CONDITION
            abroad           | BR | shopify| NO_REASON | WORN        | RIGHT | WORN              | deduct     | CONDITION
            sealBroken       | CN | taobao | NO_REASON | SEALED      | RIGHT | OPENED,SEAL_BROKEN| notIntact  | NONE
            activated        | CN | taobao | NO_REASON | ELECTRONICS | RIGHT | OPENED,TRIED,ACTIVATED | notIntact | NONE
            altered          | CN | taobao | NO_REASON | ELECTRONICS | RIGHT | ALTERED           | notIntact  | NONE
            tagCut           | CN | taobao | NO_REASON | WORN        | RIGHT | TAG_CUT           | notIntact  | NONE
            soiled           | CN | taobao | NO_REASON | WORN        | RIGHT | SOILED            | notIntact  | NONE
            worn             | CN | taobao | NO_REASON | OTHER       | RIGHT | WORN              | notIntact  | NONE
            accessoryMissing | CN | taobao | NO_REASON | ELECTRONICS | RIGHT | OPENED,ACCESSORY_MISSING,BOX_DAMAGED | deduct | MISSING_VALUE
            boxDamaged       | CN | taobao | NO_REASON | ELECTRONICS | RIGHT | BOX_DAMAGED       | deduct     | CONDITION
            otherFinding     | CN | taobao | NO_REASON | WORN        | RIGHT | OTHER             | deduct     | CONDITION
            otherFinding     | CN | taobao | NO_REASON | ELECTRONICS | RIGHT | SEAL_BROKEN       | deduct     | CONDITION
            otherFinding     | CN | taobao | NO_REASON | OTHER       | RIGHT | SOILED            | deduct     | CONDITION
            """)
    void onlyTheLawfulGroundsBreakIntactness(String row, String jurisdiction, String platform, String reasonType, String group,
            String contents, String findings, String outcome, String deduction) {
        DecisionTable.Answer answer = TABLE.ask(Map.of("jurisdiction", jurisdiction, "platform", platform, "reasonType", reasonType,
                "goodsGroup", group, "contents", contents, "findings", findings));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.outputs()).containsEntry("verdict", outcome).containsEntry("deduction", deduction);
        assertThat((String) answer.get("ground")).containsOnlyOnce(" / ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sealed      | 美妆护肤/面霜       | SEALED
            sealed      | health_beauty       | SEALED
            sealed      | food_drink          | SEALED
            electronics | 数码/耳机           | ELECTRONICS
            electronics | computers_accessories | ELECTRONICS
            electronics | Small_Appliances    | ELECTRONICS
            worn        | 女装/连衣裙         | WORN
            sealed      | 面包                | SEALED
            electronics | 冰箱/洗衣机         | ELECTRONICS
            worn        | 箱包/双肩背包       | WORN
            worn        | fashion_bags_accessories | WORN
            worn        | bed_bath_table      | WORN
            other       | 图书                | OTHER
            other       | ''                  | OTHER
            """)
    void theCategorysWordsSayWhatIsInspected(String row, String category, String group) {
        DecisionTable.Answer answer = GROUP.ask(Map.of("category", category));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.get("goodsGroup")).isEqualTo(group);
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
        GROUP.everyRowHasAnswered();
    }
}
