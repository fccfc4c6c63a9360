package dev.afterflow.engine;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** The expressions a model may hold: a delegate by its name, a variable by its name, a comparison of variables. */
class SafeGrammar {

    private static final Pattern NAME = Pattern.compile("\\$\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}");
    private static final Pattern CASE_NUMBER = Pattern.compile("[#$]\\{\\s*execution\\.processBusinessKey\\s*}");
    private static final Set<String> NOT_VARIABLES = Set.of("execution", "task", "caseExecution", "externalTask", "authenticatedUserId",
            "variableContext", "now", "dateTime", "currentUser", "currentUserGroups");
    private static final Set<AstBinary.Operator> COMPARISONS = Set.of(AstBinary.AND, AstBinary.OR, AstBinary.EQ, AstBinary.NE,
            AstBinary.LT, AstBinary.LE, AstBinary.GT, AstBinary.GE);
    private static final Set<AstUnary.Operator> CHECKS = Set.of(AstUnary.NOT, AstUnary.EMPTY, AstUnary.NEG);
    private static final int LONGEST = 500;

    private final Delegates delegates;

    SafeGrammar(Delegates delegates) {
        this.delegates = delegates;
    }

    static boolean hasExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** What is wrong with a delegate's name, or nothing. */
    Optional<String> delegate(String text) {
        Matcher name = NAME.matcher(text);
        if (!name.matches()) {
            return Optional.of("A delegate is named exactly as ${name}");
        }
        return delegates.names().contains(name.group(1)) ? Optional.empty() : Optional.of("There is no delegate " + name.group(1));
    }

    /** A variable by its name; text without an expression is fine as well. */
    Optional<String> value(String text) {
        if (!hasExpression(text)) {
            return Optional.empty();
        }
        Matcher name = NAME.matcher(text);
        return name.matches() ? variable(name.group(1)) : Optional.of("A value is plain text or exactly one ${variable}");
    }

    Optional<String> caseNumber(String text) {
        return CASE_NUMBER.matcher(text).matches() ? Optional.empty()
                : Optional.of("A called process gets its case number by #{execution.processBusinessKey} and by nothing else");
    }

    /** A comparison such as {@code ${outcome == 'approved' and retries < 3}}. */
    Optional<String> condition(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("A condition has at most " + LONGEST + " characters");
        }
        try {
            Tree tree = new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text);
            if (!(tree.getRoot() instanceof AstEval) || !text.startsWith("${") || tree.getFunctionNodes().iterator().hasNext()) {
                return Optional.of("A condition is one ${…} that compares variables, without functions");
            }
            return wrong(tree.getRoot(), new HashSet<>());
        } catch (TreeBuilderException | StackOverflowError | IllegalArgumentException e) {
            return Optional.of("The expression cannot be read: " + e.getMessage());
        }
    }

    private Optional<String> wrong(Node node, Set<Node> seen) {
        if (node instanceof AstIdentifier identifier) {
            return variable(identifier.getName());
        }
        boolean fine = node instanceof AstEval || node instanceof AstNested || node instanceof AstLiteral
                || node instanceof AstBinary binary && COMPARISONS.contains(binary.getOperator())
                || node instanceof AstUnary unary && CHECKS.contains(unary.getOperator());
        if (!fine || !seen.add(node)) {
            return Optional.of("A condition compares variables with each other or with words and numbers; it calls nothing, reaches into nothing and computes nothing");
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            Optional<String> below = wrong(node.getChild(i), seen);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    private Optional<String> variable(String name) {
        return NOT_VARIABLES.contains(name) || delegates.names().contains(name)
                ? Optional.of("'" + name + "' is no variable of a process") : Optional.empty();
    }
}
