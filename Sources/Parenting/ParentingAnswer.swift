import Catalog

/// What the tables say of a parenting question.
public struct ParentingAnswer: Sendable {
    /// The phases of table 1 that the age belongs to, neighbours at a border included; all of them when no age is asked.
    public var phases: [DevelopmentPhase] = []
    /// The phases of table 2 that the age belongs to, likewise.
    public var questionPhases: [QuestionPhase] = []
    /// The questions that fit, each with the offers for `questionPhases`, and those whose column is uncertain.
    public var questions: [ParentingQuestion] = []
    /// Problems that were asked for and that stand at other ages only.
    public var elsewhere: [(phase: DevelopmentPhase, problem: Problem, isSerious: Bool)] = []
    /// What was asked for, as subjects.
    public var subjects: [String] = []
    /// Whether no question of table 2 is about what was asked for, so that `questions` holds the general one.
    public var isGeneral = false
    /// Whether what was asked for stands among serious problems only; then no light help is named.
    public var isSeriousOnly = false

    /// Whether the problem is about what was asked for.
    public func isAsked(_ problem: Problem) -> Bool { problem.subjects.contains { subjects.contains($0) } }
}

extension ParentingTables {
    /// What the tables say.
    /// - Parameters:
    ///   - subjects: what the question is about; nothing asks for everything.
    ///   - ages: the child's ages; none asks for all.
    public func answer(about subjects: [String], ages: [AgeRange]) -> ParentingAnswer {
        var answer = ParentingAnswer()
        answer.subjects = subjects
        answer.phases = ParentingTables.belonging(phases, to: ages) { $0.ages }
        answer.questionPhases = ParentingTables.belonging(questionPhases, to: ages) { $0.ages }
        for phase in phases where !answer.phases.contains(where: { $0.id == phase.id }) {
            for problem in phase.normal where answer.isAsked(problem) { answer.elsewhere.append((phase, problem, false)) }
            for problem in phase.serious where answer.isAsked(problem) { answer.elsewhere.append((phase, problem, true)) }
        }
        var fitting = questions.filter { question in
            subjects.isEmpty || subjects.contains(question.id) || question.about.contains { subjects.contains($0) }
        }
        let isNormal = phases.contains { phase in phase.normal.contains { answer.isAsked($0) } }
        let isSerious = phases.contains { phase in phase.serious.contains { answer.isAsked($0) } }
        answer.isSeriousOnly = fitting.isEmpty && isSerious && !isNormal
        if fitting.isEmpty, !answer.isSeriousOnly {
            fitting = questions.filter { $0.isGeneral }
            answer.isGeneral = true
        }
        answer.questions = fitting.map { question in
            var narrowed = question
            narrowed.offers = question.offers.filter { offer in
                offer.phase.map { id in answer.questionPhases.contains { $0.id == id } } ?? true
            }
            return narrowed
        }
        return answer
    }

    /// The phases that ages belong to. Printed ages are rough: where two phases share a year, both are given; where they only touch, the year before the
    /// border belongs to both.
    private static func belonging<Phase>(_ phases: [Phase], to ages: [AgeRange], _ range: (Phase) -> AgeRange) -> [Phase] {
        guard !ages.isEmpty else { return phases }
        var found: [Phase] = []
        for (place, phase) in phases.enumerated() {
            var own = range(phase)
            if place > 0, let from = own.from, range(phases[place - 1]).to == from { own.from = from - 12 }
            if ages.contains(where: { own.overlap($0) > 0 }) { found.append(phase) }
        }
        return found
    }
}
