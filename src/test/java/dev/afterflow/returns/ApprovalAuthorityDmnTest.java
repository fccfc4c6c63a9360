package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalAuthorityDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("returns", "approval-authority");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unshipped          | CANCEL              | BUYER_CANCEL | 900000 | 900000 |     | NONE
            counterfeit        | WITHOUT_RETURN      | COUNTERFEIT  | 100    | 900000 | 3   | LEGAL
            abovePaid          | COMPENSATION        | SERVICE      | 5001   | 5000   | 3   | LEGAL
            agent              | WITHOUT_RETURN      | NOT_RECEIVED | 10000  | 900000 |     | AGENT
            lead               | WITHOUT_RETURN      | NOT_RECEIVED | 10001  | 900000 |     | LEAD
            lead               | WITHOUT_RETURN      | NOT_RECEIVED | 30000  | 900000 |     | LEAD
            supervisor         | COMPENSATION        | QUALITY      | 50000  | 900000 | 3   | SUPERVISOR
            manager            | COMPENSATION        | QUALITY      | 200000 | 900000 | 3   | MANAGER
            director           | WITHOUT_RETURN      | NOT_RECEIVED | 200001 | 900000 |     | DIRECTOR
            personalReason     | RETURN_PERSONAL     | NO_REASON    | 900000 | 900000 | 7   | AGENT
            personalReasonLate | RETURN_PERSONAL     | NO_REASON    | 100    | 900000 | 8   | LEAD
            monthOne           | RETURN_OTHER_REASON | QUALITY      | 100    | 900000 | 30  | AGENT
            monthThree         | RETURN_OTHER_REASON | QUALITY      | 100    | 900000 | 31  | LEAD
            monthSix           | RETURN_OTHER_REASON | QUALITY      | 100    | 900000 | 180 | SUPERVISOR
            year               | RETURN_OTHER_REASON | QUALITY      | 100    | 900000 | 365 | MANAGER
            longer             | RETURN_OTHER_REASON | QUALITY      | 100    | 900000 | 366 | DIRECTOR
            longer             | RETURN_OTHER_REASON | QUALITY      | 100    | 900000 |     | DIRECTOR
            """)
    void theLowestRoleThatMayApproveIsNamed(String row, String kind, String reasonType, long amountMinor, long paidMinor,
            Long days, String role) {
        Map<String, Object> facts = new HashMap<>(Map.of("kind", kind, "reasonType", reasonType, "amountMinor", amountMinor,
                "paidMinor", paidMinor, "agentLimit", 10_000L, "leadLimit", 30_000L, "supervisorLimit", 50_000L,
                "managerLimit", 200_000L));
        facts.put("days", days);

        DecisionTable.Answer answer = TABLE.ask(facts);

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.get("approvalRole")).isEqualTo(role);
        assertThat(answer.get("approvalTeam")).isEqualTo(
                switch (role) {
                    case "NONE" -> "none";
                    case "LEGAL" -> "legal";
                    default -> "returns-leads";
                });
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }
}
