/** Roles, strongest first: each may do what the ones after it may. */
export const ROLES = ['owner', 'manager', 'clerk', 'viewer'] as const
export type Role = (typeof ROLES)[number]

/** Roles are ordered: each may do what the weaker ones may. */
export const mayCall = (role: Role, needed: Role): boolean => ROLES.indexOf(role) <= ROLES.indexOf(needed)
